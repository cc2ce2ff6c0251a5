"""Flips: phrasings turned into questions that their entry does not answer plainly."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.candidates import Candidate
from bot.matching.flips import FLIPS, Flip, Known, flips
from bot.matching.lexicon import Lexicon
from bot.matching.normalise import tokens
from tests import hollin

LEXICON = hollin.matcher().lexicon
FOUND = hollin.matcher().candidates
GERMAN = Lexicon.of(hollin.pack().terms.values(), [], "de")


@cache
def of_hollin() -> tuple[Flip, ...]:
    """The flips of the small pack."""
    return flips(Known.of(FOUND, LEXICON))


def asking(*asks: str, says: str, not_: tuple[str, ...] = ()) -> Candidate:
    """One entry about Hollin that nobody else has anything to do with."""
    return Candidate("one", "entry", asks, not_, says, frozenset(), frozenset())


def texts(kind: str, *asks: str, says: str) -> list[str]:
    """The flips of one kind that phrasings of a lone entry give, in alphabetical order."""
    return sorted(flip.text for flip in flips(Known.of([asking(*asks, says=says)], LEXICON)) if flip.kind == kind)


@pytest.mark.parametrize(
    ("kind", "phrasing", "says", "expected"),
    [
        ("role", "Did Tarnia attack Velmark?", "Yes.", "Did Velmark attack Tarnia?"),
        ("role", "Velmark's raids on Tarnia", "Four.", "Tarnia's raids on Velmark"),
        ("role", "was Velmark shelled by Tarnia", "Yes.", "was Tarnia shelled by Velmark"),
        ("role", "raids by Tarnia on Velmark", "Four.", "raids by Velmark on Tarnia"),
        ("negation", "Why did Tarnia attack Hollin?", "Fish.", "Why did Tarnia not attack Hollin?"),
        ("negation", "who attacked Hollin", "Tarnia.", "who never attacked Hollin"),
        ("negation", "which buildings were hit", "Two.", "which buildings were not hit"),
        ("negation", "why didn't Holm attack it", "She could not.", "why did Holm attack it"),
        ("negation", "why did Holm not attack it", "She could not.", "why did Holm attack it"),
        ("number", "were there four raids", "There were four.", "were there 29 raids"),
        ("number", "were there 4 raids", "There were four.", "were there 17 raids"),
        ("date", "raids of March 2019", "In March 2019.", "raids of October 2019"),
        ("date", "raids in March", "In March.", "raids in April"),
        ("date", "what was hit last month", "A lighthouse.", "what was hit two decades ago"),
        ("place", "who attacked Hollin", "Hollin was hit.", "who attacked Oslo"),
        ("actor", "did Tarnia raid the island", "Tarnia did.", "did Velmark raid the island"),
        ("actor", "were Tarnian ships there", "Tarnia's were.", "were Velmarkish ships there"),
        ("direction", "did exports fall", "Exports fell.", "did exports rise"),
        ("direction", "did boats sail before the raid", "They sailed before it.", "did boats sail after the raid"),
        ("quantity", "who attacked the island", "Tarnia.", "who first attacked the island"),
        ("quantity", "what was hit in the raids", "A market.", "what was first hit in the raids"),
        ("premise", "Did Tarnia attack Hollin?", "Yes.", "Did Tarnia attack Hollin with chemical weapons?"),
        ("premise", "state of the lighthouse", "Ruins.", "state of the lighthouse insurance cost"),
        ("attribution", "Where did the shells land?", "There.", "According to Oxfam, where did the shells land?"),
        ("attribution", "what does Tarnia think of it", "Tarnia likes it.", "what does Velmark think of it"),
    ],
)
def test_a_phrasing_is_turned(kind: str, phrasing: str, says: str, expected: str) -> None:
    """Each kind changes one thing, and the entry does not say the new one."""
    assert [expected] == texts(kind, phrasing, says=says)


@pytest.mark.parametrize(
    ("kind", "phrasing", "says"),
    [
        ("role", "do Tarnia and Velmark cooperate", "They do."),
        ("role", "does Tarnia cooperate with Velmark", "It does."),
        ("role", "was it Tarnia or Velmark who attacked Holm", "Tarnia."),
        ("negation", "did Tarnia attack Hollin", "Yes."),
        ("negation", "doesn't Tarnia attack Hollin", "It does not."),
        ("negation", "who is Ida Holm", "An analyst."),
        ("negation", "which buildings were hit", "The article does not name them."),
        ("number", "which of the two raids was it", "The first of two."),
        ("number", "tell me in two lines", "Two raids."),
        ("number", "were there nine raids", "There were four."),
        ("date", "may it happen again", "It may."),
        ("date", "raids of March 2017", "In April 2019."),
        ("place", "was it Hollin or Skarn", "Hollin."),
        ("place", "did they attack Skarn", "They attacked Hollin."),
        ("actor", "was it Tarnia rather than Velmark", "Tarnia."),
        ("actor", "did Velmark attack Hollin", "Tarnia did."),
        ("direction", "are exports rising or falling", "Falling."),
        ("direction", "did exports fall", "They fell, then they rose."),
        ("direction", "what are they after when they attack", "Fish."),
        ("quantity", "who attacked the only wall", "Tarnia."),
        ("quantity", "did they usually attack the island", "Yes."),
        ("premise", "who is Ida Holm", "An analyst."),
        ("attribution", "according to the report, was it hit?", "It was."),
    ],
)
def test_a_change_that_may_leave_the_answer_right_is_not_made(kind: str, phrasing: str, says: str) -> None:
    """What is mutual, an alternative, polite, a manner of speaking or false already stays as it is."""
    assert [] == texts(kind, phrasing, says=says)


def test_both_ways_round_are_told_of() -> None:
    """Whoever attacks each other can change places."""
    assert [] == texts("role", "did Tarnia attack Velmark", "did Velmark attack Tarnia", says="Both did.")


def test_what_another_entry_answers_is_no_flip() -> None:
    """A place put in may not lead to the question of another entry."""
    one = asking("who attacked Hollin", says="Hollin was hit.")
    other = Candidate("two", "entry", ("attackers of Zagreb, Lima, Oslo",), (), "", frozenset(), frozenset())
    lexicon = LEXICON.with_words(["zagreb", "lima", "oslo"])
    made = [
        flip.text for flip in flips(Known.of([one, other], lexicon)) if flip.kind == "place" and flip.candidate == "one"
    ]

    assert made
    assert not {"zagreb", "lima", "oslo"} & {token.word for text in made for token in tokens(text)}


def test_a_flip_tells_where_it_comes_from() -> None:
    """Its phrasing, its candidate and the words that are new."""
    assert (
        Flip(
            "was the ambassador of Velmark expelled by Tarnia",
            "was the ambassador of Tarnia expelled by Velmark",
            "envoy",
            "role",
            ("Tarnia", "Velmark"),
        )
        in of_hollin()
    )


def test_gaps_are_left_alone() -> None:
    """What is not answered has nothing to turn."""
    assert set() == {flip.candidate for flip in of_hollin()} & {one.id for one in FOUND if not one.answers}


def test_no_more_than_three_of_a_kind() -> None:
    """A candidate with many phrasings does not drown the others, and no phrasing is taken twice."""
    each = Counter((flip.candidate, flip.kind) for flip in of_hollin())
    same = Counter((flip.original, flip.candidate, flip.kind) for flip in of_hollin())

    assert max(each.values()) == 3
    assert max(same.values()) == 1


WORDS = st.sampled_from(
    "who what did was were Tarnia Velmark Holm Hollin attack attacked raids the in by on not four 2019 fall or".split()
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4, unique=True))
def test_a_flip_is_never_a_phrasing(asks: list[str]) -> None:
    """Whatever is asked: a flip is no phrasing of the pack, names its own, and comes out the same again."""
    found = [asking(*asks, says="Tarnia attacked Hollin in 2019; exports fell.")]
    made = flips(Known.of(found, LEXICON))
    written = {tuple(token.word for token in tokens(ask)) for ask in asks}

    assert made == flips(Known.of(found, LEXICON))
    assert [] == [flip for flip in made if tuple(token.word for token in tokens(flip.text)) in written]
    assert {flip.original for flip in made} <= set(asks)


@pytest.mark.parametrize("text", ["", "?", "n't 's ''", "Türkiye’nin üssü", "a" * 3000, "http://x.example/ who did it"])
def test_odd_phrasings_do_no_harm(text: str) -> None:
    """Nothing to turn is no fault."""
    assert isinstance(flips(Known.of([asking(text, says="")], LEXICON)), tuple)


def test_who_helps_whom_is_mutual_among_partners() -> None:
    """Where an entry tells of cooperation, help may go either way."""
    asks = ("does Tarnia help Velmark", "Tarnia and Velmark cooperate", "does Tarnia cooperate with Velmark")

    assert [] == texts("role", *asks, says="They cooperate.")
    assert ["does Velmark help Tarnia"] == texts("role", asks[0], says="Yes.")


def test_only_english_is_turned() -> None:
    """What turns a German question round is not known here."""
    assert () == flips(Known.of([asking("hat Tarnia im März Hollin angegriffen", says="Ja, im März.")], GERMAN))


def test_a_pack_with_nothing_in_it_has_no_flips() -> None:
    """An empty pack is no fault either."""
    assert () == flips(Known.of([], Lexicon.of([], [])))


def test_the_shipped_pack_has_flips_of_every_kind(shipped: Known) -> None:
    """Enough of each to learn from."""
    made = Counter(flip.kind for flip in flips(shipped))
    least = {"role": 40, "negation": 100, "number": 8, "date": 30, "place": 90, "actor": 150, "direction": 60}
    least |= {"quantity": 60, "premise": 150, "attribution": 150}

    assert set(FLIPS) == set(least)
    assert {} == {kind: made[kind] for kind, count in least.items() if made[kind] < count}
