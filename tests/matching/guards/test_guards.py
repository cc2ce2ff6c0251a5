"""What a score can't see: each question is held against the entry that it resembles."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.matching.account import Account
from bot.matching.guards import PROFILES, Considered, conflicts
from bot.matching.guards.order import order
from bot.matching.worded import Worded
from tests import hollin

if TYPE_CHECKING:
    from bot.matching.guards import Conflict

MATCHER = hollin.matcher()


def found(question: str, entry: str) -> tuple[Conflict, ...]:
    """The findings on a question held against an entry, whatever the ranking."""
    ranking = MATCHER.rank(question)
    at = next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == entry)
    reading = ranking.reading
    evidence = MATCHER.index.evidence(reading.tokens)
    (scored,) = MATCHER._scorer.scored([at], reading, reading.tokens, evidence)
    return MATCHER._scorer.guarded(scored, reading, reading.tokens).conflicts


@pytest.mark.parametrize(
    ("question", "entry", "guard", "words"),
    [
        # who did what to whom
        ("Was Tarnia attacked by Hollin?", "raid-on-hollin", "roles", ("Hollin",)),
        ("Has Hollin attacked Tarnia?", "raid-on-hollin", "roles", ("Hollin",)),
        ("Did Hollin attack Tarnia?", "raid-on-hollin", "roles", ("Hollin",)),
        ("Did the Grey Gulls pay Tarnia?", "sponsor", "roles", ("Grey Gulls",)),
        ("Is Hollin trying to attack Tarnia?", "raid-on-hollin", "roles", ("Hollin",)),
        # numbers and dates
        ("Were there nine raids on Hollin?", "how-many-raids", "numbers", ("nine",)),
        ("Were there 9 raids on Hollin?", "how-many-raids", "numbers", ("9",)),
        ("How many raids were there in 2016?", "how-many-raids", "numbers", ("2016",)),
        # the other way
        ("did herring exports increase", "exports", "direction", ("increase",)),
        ("by how much did herring exports rise?", "exports", "direction", ("rise",)),
        ("will Velmark deploy its patrol boats", "patrols", "direction", ("deploy",)),
        # denied
        ("Did the Tarnian navy never raid the island of Hollin?", "raid-on-hollin", "polarity", ("never",)),
        ("Tarnia did not attack Hollin?", "raid-on-hollin", "polarity", ("not",)),
        ("Tarnia didn't attack Hollin, right?", "raid-on-hollin", "polarity", ("didn't",)),
        ("Has Velmark expelled no ambassador after the raids?", "envoy", "polarity", ("no",)),
        ("why didn't Tarnia shell the island of Hollin", "motive", "polarity", ("didn't",)),
        # affirmed, though the report denies it
        ("Who was killed by the shells?", "damage", "polarity", ("killed",)),
        # somebody or somewhere else
        ("Why did Russia attack Hollin?", "motive", "names", ("Russia",)),
        ("What did Ida Holm say about Zubrovia?", "wall", "names", ("Zubrovia",)),
        ("How many raids were there on Port Aster?", "how-many-raids", "names", ("Port Aster",)),
        ("Zubrovia as the target of the raids: how often?", "how-many-raids", "names", ("Zubrovia",)),
        ("was Ida Holm attacked by Tarnia", "raid-on-hollin", "names", ("Ida Holm",)),
        ("was hollin raided by the norwegian navy", "raid-on-hollin", "names", ("norwegian",)),
        ("Did the Lisbon lighthouse lose its lamp in the raids?", "damage", "names", ("Lisbon",)),
        ("was the lighthouse near zagreb hit", "damage", "names", ("zagreb",)),
        ("does the sea wall protect Hollin, according to Tarnia", "wall", "names", ("Tarnia",)),
        # another date
        ("Were there four raids in 2019, in November?", "how-many-raids", "numbers", ("November",)),
        ("were there four raids a century ago", "how-many-raids", "numbers", ("century",)),
        ("where is the lighthouse that was hit a century ago", "damage", "numbers", ("century",)),
        # more than was asked there
        ("how many raids on Hollin with incendiary grenades", "how-many-raids", "addition", ("incendiary", "grenades")),
        # another kind of answer
        ("when was the lighthouse destroyed", "damage", "kind", ("time",)),
        ("how many buildings were hit", "damage", "kind", ("count",)),
        ("how long was Holm talking about the wall", "wall", "kind", ("duration",)),
        # more than is said
        ("was the only lighthouse destroyed", "damage", "superlative", ("only",)),
        ("did all patrol boats leave", "patrols", "superlative", ("all",)),
        # the very words of a phrasing, but for one
        ("how many times did the largest ships fire", "how-many-raids", "superlative", ("largest",)),
        ("how many times did the nine ships fire", "how-many-raids", "numbers", ("nine",)),
        ("what did the northern shells hit", "damage", "direction", ("northern",)),
        ("what did the shells not hit", "damage", "polarity", ("not",)),
        ("what did the shells hit despite the lawsuit", "damage", "addition", ("despite", "lawsuit")),
        ("was a lighthouse above zagreb hit", "damage", "names", ("zagreb",)),
        # what the curator wrote down as another question
        ("How many raids were there on Skarn", "how-many-raids", "look-alike", ()),
    ],
)
def test_what_contradicts_is_found(question: str, entry: str, guard: str, words: tuple[str, ...]) -> None:
    """The right guard speaks, of the right words."""
    seen = {conflict.guard: conflict.words for conflict in found(question, entry)}

    assert guard in seen
    assert set(words) <= set(seen[guard])


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("was Hollin raided by the Tarnian navy", "raid-on-hollin"),
        ("Was Hollin being attacked by Tarnia?", "raid-on-hollin"),
        ("is Tarnia attacking Hollin", "raid-on-hollin"),
        ("was nobody killed by the shells?", "damage"),
        ("was anybody killed or not?", "damage"),
        ("did the navy of Tarnia attack the island of Hollin", "raid-on-hollin"),
        ("Tarnia attacked Hollin, didn't it?", "raid-on-hollin"),
        ("Tarnia attacked Hollin, isn't that so?", "raid-on-hollin"),
        ("Tarnia attacked Hollin, or not?", "raid-on-hollin"),
        ("Isn't it true that Tarnia attacked Hollin?", "raid-on-hollin"),
        ("Don't you know whether Tarnia attacked Hollin?", "raid-on-hollin"),
        ("were there really 4 raids on Hollin?", "how-many-raids"),
        ("four raids, right?", "how-many-raids"),
        ("were there four raids in 2019?", "how-many-raids"),
        ("did exports of herring fall", "exports"),
        ("are herring exports dropping?", "exports"),
        ("is Tarnia paying the Gulls?", "sponsor"),
        ("who bankrolls the Grey Gulls", "sponsor"),
        ("hi all, where is Hollin?", "where-hollin"),
        ("what does Ida Holm think of the sea wall after all", "wall"),
        ("what was damaged, after all shells", "damage"),
        ("will velmark pull its patrols out?", "patrols"),
        ("when will the patrol boats leave", "patrols"),
        ("What Do We Know About The Grey Gulls", "gulls"),
        ("Hollin, shelled how often?", "how-many-raids"),
        ("should anybody stay away from the patrol boats", "patrols"),
        ("did Tarnia attack Hollin according to the auditor", "raid-on-hollin"),
        ("according to Ida Holm, was the sea wall worth its price", "wall"),
        ("we never heard of that raid, did the navy of Tarnia attack the island of Hollin", "raid-on-hollin"),
        ("was only the lighthouse damaged, or houses as well", "damage"),
    ],
)
def test_what_agrees_passes(question: str, entry: str) -> None:
    """Tags, politeness, voices, synonyms, small talk and title case contradict nothing."""
    assert () == found(question, entry)


@pytest.mark.parametrize("entry", hollin.pack().entries, ids=lambda entry: entry.id)
def test_no_guard_speaks_against_a_curated_phrasing(entry: object) -> None:
    """What a curator wrote down as a way of asking contradicts nothing, also with its case and marks changed."""
    asked = [text for ask in entry.phrasings for text in (ask, ask.upper(), f"{ask} ?!")]  # type: ignore[attr-defined]

    assert {} == {ask: seen for ask in asked if (seen := found(ask, entry.id))}  # type: ignore[attr-defined]


def test_a_finding_quotes_what_was_typed() -> None:
    """The reader sees the word that was stumbled over."""
    (conflict,) = found("were there NINE raids on Hollin", "how-many-raids")

    assert "NINE" in conflict.finding
    assert conflict.premise


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("was all the damage done by shells", ("all",)),
        ("has the lighthouse always been damaged", ("always",)),
        ("i always ask what the damage was", ()),
        ("hello all, damage on Hollin?", ()),
        ("was it damage, or only noise", ()),
        ("what was the damage after all shells", ()),
        ("was all that noise damage", ()),
    ],
)
def test_a_quantifier_that_strays_into_few_of_very_many_phrasings_is_not_the_answers(
    question: str, words: tuple[str, ...]
) -> None:
    """Nor is it a claim where the asker speaks of himself."""
    at = next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == "damage")
    account = MATCHER.account(at)
    read, stray = MATCHER.lexicon.read(question), MATCHER.lexicon.read("all always only")
    many = replace(account, size=400, asked=account.asked + Counter([token.key for token in stray] * 2))
    seen = {one.guard: one.words for one in conflicts(Considered(read, many, MATCHER.lexicon, MATCHER.weigh))}

    assert words == seen.get("superlative", ())


def test_a_quantifier_that_many_phrasings_or_the_answer_have_is_the_answers() -> None:
    """A tenth of the phrasings is no accident."""
    at = next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == "damage")
    account, (every,) = MATCHER.account(at), MATCHER.lexicon.read("all")
    shared = replace(account, size=400, asked=account.asked + Counter({every.key: 40}))
    said = replace(account, size=400, asked=account.asked + Counter({every.key: 2}), said=account.said | {every.key})
    read = MATCHER.lexicon.read("was all the damage done by shells")

    for one in (shared, said):
        found = conflicts(Considered(read, one, MATCHER.lexicon, MATCHER.weigh))
        assert "superlative" not in {conflict.guard for conflict in found}


@pytest.mark.parametrize(("speaker", "named"), [("Ida Holm", False), ("Tarnia", True), ("the navy of Tarnia", True)])
def test_who_is_said_to_speak_is_one_whom_the_answer_knows(speaker: str, named: bool) -> None:  # noqa: FBT001
    """One phrasing of hundreds that names somebody does not make it that person's word."""
    at = next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == "raid-on-hollin")
    account, (token, *_) = MATCHER.account(at), [t for t in MATCHER.lexicon.read(speaker) if t.term]
    many = replace(account, size=400, asked=account.asked + Counter({token.key: 1, f"@{token.term}": 1}))
    read = MATCHER.lexicon.read(f"why was Hollin attacked, according to {speaker}")
    seen = {one.guard for one in conflicts(Considered(read, many, MATCHER.lexicon, MATCHER.weigh))}

    assert named == ("names" not in seen)


def test_what_a_follow_up_names_the_answer_mentions() -> None:
    """`And Velmark?` asks for something else of the same, whatever the phrasings speak of."""
    at = next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == "raid-on-hollin")
    account, read = MATCHER.account(at), MATCHER.lexicon.read("and Velmark?")
    told = Considered(
        read, replace(account, asked=account.asked + Counter({"@velmark": 30})), MATCHER.lexicon, MATCHER.weigh
    )

    assert "names" not in {one.guard for one in conflicts(told)}
    assert "names" in {one.guard for one in conflicts(replace(told, hangs=True))}
    assert not conflicts(replace(told, read=MATCHER.lexicon.read("and Tarnia?"), hangs=True))


def test_a_follow_up_to_one_voice_is_not_answered_with_another() -> None:
    """`And the auditor?` after what Ida Holm said wants the auditor's word, though her answer may name him."""
    at = next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == "wall")
    account, read = MATCHER.account(at), MATCHER.lexicon.read("and Tarnia?")
    named = replace(account, said=account.said | {"@tarnia"})
    told = Considered(read, named, MATCHER.lexicon, MATCHER.weigh, hangs=True, voices=frozenset({"holm", "tarnia"}))

    assert "names" in {one.guard for one in conflicts(told)}
    assert not conflicts(replace(told, read=MATCHER.lexicon.read("and Ida Holm?")))
    assert not conflicts(replace(told, voices=frozenset({"holm"})))


@pytest.mark.parametrize(
    ("typed", "guards"),
    [
        ("how many times did the nine ships fire", {"numbers"}),
        ("how many times did the ships fire", set()),
        ("how many times fire did the ships", set()),
        ("how many times did the ships first fire", {"superlative"}),
    ],
)
def test_all_that_was_typed_is_held_against_the_phrasings(typed: str, guards: set[str]) -> None:
    """Though only a part of it is read as a question."""
    at = next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == "how-many-raids")
    asked, whole = MATCHER.lexicon.read("how many times?"), MATCHER.lexicon.read(typed)
    told = Considered(asked, MATCHER.account(at), MATCHER.lexicon, MATCHER.weigh, typed=whole)

    assert guards <= {one.guard for one in conflicts(told)}
    assert bool(guards) == bool(conflicts(told))


def test_a_neighbours_phrasing_turned_round_is_found() -> None:
    """Of several entries on one passage, what is meant may not be what comes first."""
    gulls, sponsor = (
        next(at for at, candidate in enumerate(MATCHER.candidates) if candidate.id == entry)
        for entry in ("gulls", "sponsor")
    )
    asked = ("why would the gulls pay Tarnia", "why would Tarnia pay the gulls")
    told = [
        Considered(MATCHER.lexicon.read(text), MATCHER.account(gulls), MATCHER.lexicon, MATCHER.weigh) for text in asked
    ]

    assert [None, None] == [order(one) for one in told]
    turned, straight = (order(replace(one, beside=(MATCHER.account(sponsor),))) for one in told)
    assert turned
    assert ("Grey Gulls", "Tarnia") == turned.words
    assert not turned.premise  # another's answer would put it right
    assert straight is None


@pytest.mark.parametrize(
    ("question", "entry", "open_"),
    [
        ("Was it Hollin or Port Aster that Tarnia attacked?", "raid-on-hollin", True),
        ("Was it Port Aster or Hollin that Tarnia attacked?", "raid-on-hollin", True),
        ("Were there four raids on Hollin, or nine?", "how-many-raids", True),
        ("Which island did Tarnia attack, Hollin or Zubrovia?", "raid-on-hollin", True),
        ("Did Tarnia attack Zubrovia or Hollin or Port Aster?", "raid-on-hollin", True),
        ("Was it Port Aster or Zubrovia that Tarnia attacked?", "raid-on-hollin", False),
        ("Were there nine raids on Hollin, or twelve?", "how-many-raids", False),
        ("Were there nine or more raids on Hollin?", "how-many-raids", False),
        ("Were there 20 or so raids on Hollin?", "how-many-raids", False),
        ("Were there two or nine raids on Hollin?", "how-many-raids", False),
        ("Did Zubrovia bomb or raid the island of Hollin?", "raid-on-hollin", False),
        ("Did Tarnia ever raid or occupy the land of Zubrovia?", "raid-on-hollin", False),
        ("Did Russia or anyone attack Hollin?", "raid-on-hollin", False),
        ("Why did Russia or Tarnia attack Hollin?", "motive", False),
        ("Did Tarnia attack Hollin or did Russia invade Zubrovia?", "raid-on-hollin", False),
    ],
)
def test_a_choice_with_what_is_so_claims_nothing_else(question: str, entry: str, open_: bool) -> None:  # noqa: FBT001
    """It is open which; unless neither is so."""
    guards = {conflict.guard for conflict in found(question, entry)}

    assert open_ != bool(guards & {"names", "numbers", "addition"})


@pytest.mark.parametrize(("asked", "other"), [("did Tarnia pay the captain", "Ida Holm"), ("did Tarnia pay up", None)])
def test_another_name_in_the_very_words_of_a_phrasing_is_found(asked: str, other: str | None) -> None:
    """Though a stray phrasing of the answer's names it as well."""
    sponsor = MATCHER.candidates[next(at for at, one in enumerate(MATCHER.candidates) if one.id == "sponsor")]
    stray = replace(sponsor, asks=(*sponsor.asks, "did Ida Holm ever say who pays", *["who pays them"] * 20))
    many = replace(stray, asks=(*stray.asks, "did Tarnia pay the captain"))
    account = Account.of(many, Worded.of(many, MATCHER.lexicon), MATCHER.lexicon, PROFILES)
    read = MATCHER.lexicon.read(asked.replace("Tarnia", other) if other else asked)
    seen = {one.guard: one.words for one in conflicts(Considered(read, account, MATCHER.lexicon, MATCHER.weigh))}

    assert other == next(iter(seen.get("names", ())), None)
