"""Any text gets a reply, a curated question its answer, and what has nothing to do with it changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.answering.checking.verdicts import check
from bot.knowledge.loader import load_pack
from bot.model.entries import Entry, Place
from bot.model.reply import Answer, Clarify, Correct, Decline
from tests import hollin
from tests.packs import MINIMAL, write_files, write_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.model.entries import Fact
    from bot.model.reply import Reply

ASKED = [(item, ask) for item in hollin.pack().entries for ask in item.phrasings]
NAMES = st.sampled_from("Tarnia Hollin Velmark gulls who said that? and in Skarn? why when not 4 raids wall".split())
WORDED = st.lists(NAMES | st.text(max_size=8), max_size=12).map(" ".join)


def outcome(reply: Reply) -> object:
    """What a reply comes to, without the time it took."""
    return replace(reply, trace=replace(reply.trace, elapsed_ms=0.0))


@settings(max_examples=200)
@given(st.text() | WORDED, st.lists(WORDED, max_size=3))
@example("", [])
@example("🦭" * 10_000, [])
@example("\u202e\u200b\x00\ud800", ["\ud800"])
@example("why " * 2_500, [])
@example("@everyone <@1> ```", [""])
@example("who said that?", ["who said that?", "who said that?"])
def test_any_text_gets_a_reply(question: str, context: list[str]) -> None:
    """Never an exception, always one of four outcomes, a probability, and no footnote where nothing is answered."""
    reply = hollin.answerer().ask(question, context, explain=True)

    assert isinstance(reply, (Answer, Clarify, Correct, Decline))
    assert 0 <= reply.trace.confidence <= 1
    assert question == reply.trace.question
    assert reply.trace.why is not None
    assert isinstance(reply, (Answer, Correct)) == hasattr(reply, "citations")


@pytest.mark.parametrize("question", ["why?", "who said that?", "and in Skarn?", "when?"])
def test_a_very_long_conversation_gets_a_reply(question: str) -> None:
    """Only the last few questions can matter to a follow-up."""
    assert hollin.ask(question, *["Why did Tarnia attack Hollin?", *[question] * 3_000]).trace.question == question


@pytest.mark.parametrize(("item", "ask"), ASKED, ids=[ask for _, ask in ASKED])
def test_a_curated_question_has_its_answer(item: Entry, ask: str) -> None:
    """Word for word, in any case, with other marks and spaces."""
    variants = [ask, ask.upper(), ask.lower(), f"  {ask.rstrip('?')}?!  ", ask.replace(" ", "\u00a0"), f"**{ask}**"]

    assert [item.id] * len(variants) == [getattr(hollin.ask(text), "entry", None) for text in variants]


def slipped(text: str) -> str:
    """The text with two letters of its longest word swapped."""
    word = max(text.rstrip("?").split(), key=len)
    middle = len(word) // 2
    return text.replace(word, word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :])


def test_a_slip_of_the_finger_leads_to_no_other_answer() -> None:
    """Nearly every curated question is still answered with two letters swapped, and none by another entry."""
    replies = [(item.id, hollin.ask(slipped(ask))) for item, ask in ASKED]
    answered = [(key, reply.entry) for key, reply in replies if isinstance(reply, Answer)]

    assert [] == [(key, found) for key, found in answered if key != found]
    assert len(answered) >= 0.9 * len(replies)


@pytest.mark.parametrize("item", [e for e in hollin.pack().entries if e.not_], ids=lambda item: item.id)
def test_a_look_alike_is_never_answered_by_its_entry_nor_offered(item: Entry) -> None:
    """What a curator wrote down as another question stays one."""
    for text in (variant for ask in item.not_ for variant in (ask, ask.upper(), f"{ask}?")):
        reply = hollin.ask(text)

        assert item.id != getattr(reply, "entry", None)
        assert item.id not in {option.entry for option in getattr(reply, "options", ())}


@pytest.mark.parametrize("gap", hollin.pack().gaps, ids=lambda gap: gap.id)
def test_what_the_report_does_not_say_is_said_so(gap: object) -> None:
    """Every question of a gap is declined with the gap's own words."""
    asks = gap.asks  # type: ignore[attr-defined]
    replies = [hollin.ask(ask) for ask in asks]

    assert [gap.says] * len(asks) == [getattr(reply, "says", None) for reply in replies]  # type: ignore[attr-defined]


UNRELATED = "bread oven yeast flour cello sonata violin orchestra glacier lava volcano goalkeeper penalty chess bishop"


def stranger(words: list[str]) -> Entry:
    """An entry about something else."""
    main, *others = (f"how does the {word} go with {words[0]}" for word in words)
    said = f"The {words[0]} goes with {words[-1]}."
    cites = hollin.entry("damage").cites
    here = Place("qa/other.yaml", 1)
    return Entry(id="stranger", topic="Other", question=main, also=tuple(others), answer=said, cites=cites, place=here)


@settings(max_examples=4)
@given(st.lists(st.sampled_from(UNRELATED.split()), min_size=1, max_size=6, unique=True))
def test_an_unrelated_entry_takes_no_confident_answer(words: list[str]) -> None:
    """With an entry about something else in the pack, a confident answer is never turned into another's."""
    pack = hollin.pack()
    wider = Answerer((replace(pack, entries=(*pack.entries, stranger(words)), content_hash=""),))
    questions = [
        *(ask for _, ask in ASKED[::4]),
        "who bankrolls the gulls",
        "did exports of herring drop",
        "holm, wall",
    ]
    before = {question: hollin.ask(question) for question in questions}
    sure = {q: r.entry for q, r in before.items() if isinstance(r, Answer) and r.trace.confidence >= 0.9}
    after = {question: wider.ask(question) for question in sure}

    assert len(sure) > 20
    assert {} == {q: r.entry for q, r in after.items() if isinstance(r, Answer) and r.entry != sure[q]}


def test_nothing_is_changed_by_asking() -> None:
    """The same question has the same reply, whatever was asked between."""
    first = outcome(hollin.ask("what did the raids hit"))
    for text in ("who pays the gulls", "zebra", "", "what did the raid hit?"):
        hollin.ask(text)

    assert first == outcome(hollin.ask("what did the raids hit"))


def test_a_kept_answerer_gives_the_same_replies(tmp_path: Path) -> None:
    """Learnt a moment ago or taken from the store: the same to the last digit, with every word of explanation."""
    learnt, kept = (Answerer((hollin.pack(),), cache=tmp_path) for _ in range(2))
    questions = [*(ask for _, ask in ASKED[::5]), "did Hollin attack Tarnia", "gulls", "price of the wall", "", "zebra"]

    assert [outcome(learnt.ask(q, explain=True)) for q in questions] == [
        outcome(kept.ask(q, explain=True)) for q in questions
    ]


def test_recall_knows_entries_and_facts() -> None:
    """A button finds its answer by id, also after the pack was learnt anew; an unknown id is None."""
    entry, fact = (hollin.answerer().recall(key) for key in ("wall", "audit-published"))

    assert ("wall", "She called it a show.") == (entry and entry.entry, entry and entry.short)
    assert "The auditor published the quarterly audit on 1 June 2019." == (fact and fact.short)
    assert hollin.answerer().recall("gone") is None
    assert hollin.answerer().recall("cost") is None


def test_every_id_in_a_reply_can_be_recalled() -> None:
    """What is offered leads somewhere."""
    replies = [
        hollin.ask(text) for text in ("gulls", "raids", "why was the island shelled", "shelling in 1900", "wall")
    ]
    offered = {o.entry for r in replies for o in getattr(r, "options", ())} | {
        related.entry for reply in replies for related in reply.trace.related
    }

    assert offered
    assert set() == {key for key in offered if hollin.answerer().recall(key) is None}


def test_a_pack_of_three_files_answers(tmp_path: Path) -> None:
    """The smallest pack answers its one question, and not another one."""
    answerer = Answerer((load_pack(write_files(tmp_path / "tiny", MINIMAL)),))

    assert "only" == getattr(answerer.ask("what HAPPENED"), "entry", None)
    assert "decline" == answerer.ask("Which ferry sank at Skarn?").outcome


def test_no_pack_is_no_answer() -> None:
    """Nothing to answer from is said, not raised."""
    nothing = Answerer(())

    assert "decline" == nothing.ask("who?", ["when?"]).outcome
    assert ((), None, None) == (nothing.suggest("x"), nothing.recall("x"), nothing.follow_up("x", "who"))


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Two packs on one desk."""
    return Answerer((load_pack(write_pack(tmp_path_factory.mktemp("packs") / "ferries")), hollin.pack()))


@pytest.mark.parametrize(
    ("question", "pack", "entry"),
    [
        ("How many ferries were late in January?", "skarn-ferries", "ferries-delayed"),
        ("How many raids were there on Hollin?", "hollin", "how-many-raids"),
    ],
)
def test_of_several_packs_the_one_that_knows_answers(both: Answerer, question: str, pack: str, entry: str) -> None:
    """Whatever their order."""
    reply = both.ask(question)

    assert (pack, entry) == (reply.trace.pack, getattr(reply, "entry", None))


def test_of_several_packs_each_has_its_follow_ups(both: Answerer) -> None:
    """Who said it is asked of the pack that answered."""
    reply = both.ask("who said that?", ["What did Ida Holm say about the sea wall?"])

    assert ("hollin", "wall") == (reply.trace.pack, getattr(reply, "entry", None))


def test_suggestions_come_from_all_packs(both: Answerer) -> None:
    """At most as many as wanted, best first."""
    found = both.suggest("how many", 2)

    assert {"ferries-delayed", "how-many-raids"} == {option.entry for option in found}
    assert sorted((o.confidence for o in found), reverse=True) == [o.confidence for o in found]


def test_facts_answer_with_what_they_state() -> None:
    """A fact with questions of its own is an answer of its own."""
    fact: Fact = hollin.fact("audit-published")
    reply = hollin.ask("when was the audit published")

    assert isinstance(reply, Answer)
    assert (fact.id, fact.states, "") == (reply.entry, reply.short, reply.detail)


@pytest.mark.parametrize(
    "read",
    [
        lambda answerer, text: answerer.ask(text, ["who paid"]),
        lambda answerer, text: answerer.suggest(text),
        lambda answerer, text: answerer.follows(text),
        lambda answerer, text: answerer.named(text),
        check,
    ],
    ids=["ask", "suggest", "follows", "named", "check"],
)
def test_no_text_is_kept_beyond_its_reply(read: Callable[[Answerer, str], object]) -> None:
    """Whatever is asked, typed or checked, nothing of it is remembered by the engine."""
    read(hollin.answerer(), "Tarnia paid the Grey Gulls in secret.")

    assert 0 == hollin.matcher().lexicon._remembered.cache_info().currsize
