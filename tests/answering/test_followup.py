"""Questions that hang on the one before, as a reader asks them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from bot.answering.answerer import Answerer
from bot.answering.followup import Aspect, aspect, hangs, undated
from bot.knowledge.loader import load_pack
from bot.model.reply import Answer, Decline
from tests import hollin
from tests.packs import write_pack
from tests.render.replies import ANSWER

if TYPE_CHECKING:
    from pathlib import Path

READ = hollin.matcher().lexicon.read
MOTIVE = "Why did Tarnia attack Hollin?"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("who said that?", "who"),
        ("says who", "who"),
        ("according to whom?", "who"),
        ("and who says so", "who"),
        ("when?", "when"),
        ("when was that?", "when"),
        ("source?", "source"),
        ("what is the source of this", "source"),
        ("can you give me the link please", "source"),
        ("which paragraph?", "source"),
        ("exact words?", "words"),
        ("what are the exact words", "words"),
        ("quote?", "words"),
        ("how sure?", "sure"),
        ("how sure are they", "sure"),
        ("is that confirmed?", "sure"),
        ("by whom?", None),
        ("who did it?", None),
        ("whose assessment is it?", "who"),
        ("and in whose opinion?", "who"),
        ("who claimed that?", "who"),
        ("who claimed it?", None),
        ("who was he?", None),
        ("who pays the gulls", None),
        ("when was the first raid", None),
        ("why?", None),
        ("what did Holm say about the wall", None),
        ("", None),
    ],
)
def test_aspects(asked: str, meant: str | None) -> None:
    """A bare question about the answer before is told from one with a topic of its own."""
    assert meant == aspect(READ(asked))


@pytest.mark.parametrize(
    ("asked", "leans"),
    [
        ("and on Skarn?", True),
        ("what about them", True),
        ("why?", True),
        ("to what exactly?", True),
        ("against whom", True),
        ("but who pays Tarnia", True),
        ("where does Hollin lie on the map", False),
        ("who shelled the lighthouse and the market", False),
        ("thanks", False),
        ("ok help", False),
        ("", False),
    ],
)
def test_what_leans_on_the_question_before(asked: str, leans: bool) -> None:  # noqa: FBT001
    """A pointing word, an `and` in front, or a fragment."""
    assert leans == hangs(READ(asked))


@pytest.mark.parametrize(
    ("before", "asked", "lead"),
    [
        (
            MOTIVE,
            "who said that?",
            "naval intelligence bureau (assessed) → Harbour Auditor (reported) → Aster Courier (wrote) ¶3",
        ),
        ("is the sea wall worth it", "says who?", "Ida Holm (said) → Aster Courier (wrote) ¶7"),
        ("What was damaged in the raids?", "who said that?", "Aster Courier (wrote) ¶4"),
        (MOTIVE, "source?", "Aster Courier, “Audit faults Tarnia over island raids” ¶3, 2019-06-09"),
        (MOTIVE, "exact words?", "The words: “probably to empty the fishing grounds” ¶3"),
        (MOTIVE, "how sure is that?", "The source says “probably”"),
        ("Where is Hollin?", "how sure?", "Aster Courier states this as background, without a hedge"),
        ("Did Tarnia attack Hollin?", "how sure?", "Harbour Auditor reported this without a hedge"),
        (
            "is the sea wall worth it",
            "how sure?",
            "Ida Holm said this without a hedge; it is one voice's own word, not a finding",
        ),
    ],
)
def test_a_follow_up_is_read_off_the_footnote(before: str, asked: str, lead: str) -> None:
    """The reply leads with what was asked, and is still the answer with its footnote."""
    reply, first = hollin.ask(asked, before), hollin.ask(before)

    assert isinstance(reply, Answer)
    assert isinstance(first, Answer)
    assert (lead, first.entry, first.citations) == (reply.lead, reply.entry, reply.citations)


def test_a_follow_up_on_a_corrected_question_is_of_what_stands_there() -> None:
    """Who said it, after a false premise, is who said what the report says."""
    reply = hollin.ask("who said that?", "Were there nine raids on Hollin?")

    assert isinstance(reply, Answer)
    assert ("how-many-raids", "Harbour Auditor (reported) → Aster Courier (wrote) ¶2") == (reply.entry, reply.lead)


def test_when_is_answered_by_the_date_in_the_pack() -> None:
    """A date that the pack has is given; one that it has not is not made up."""
    dated, dateless = hollin.ask("when?", "Did Tarnia attack Hollin?"), hollin.ask("when was that?", MOTIVE)

    assert isinstance(dated, Answer)
    assert "4 March 2019" in f"{dated.lead} {dated.short}"
    assert isinstance(dateless, Decline)


@pytest.mark.parametrize("asked", ["who said that?", "when?", "source?", "exact words?", "how sure?", "and on Skarn?"])
def test_a_follow_up_on_nothing_is_no_answer(asked: str) -> None:
    """Without a question before there is nothing to hang on."""
    assert not isinstance(hollin.ask(asked), Answer)


@pytest.mark.parametrize("asked", ["who said that?", "source?", "how sure?"])
@pytest.mark.parametrize("before", ["hello", "price of the wall", "zebra"])
def test_a_follow_up_on_a_decline_is_no_answer(asked: str, before: str) -> None:
    """Nobody said what was not answered."""
    assert not isinstance(hollin.ask(asked, before), Answer)


def test_another_place_is_not_answered_with_this_one() -> None:
    """`And on Skarn?` after a question about Hollin gets no figure of Hollin's."""
    assert not isinstance(hollin.ask("and on Skarn?", "How many raids were there on Hollin?"), Answer)


def test_a_pronoun_takes_its_topic_from_the_question_before() -> None:
    """`Who pays them?` is about the group just asked about."""
    reply = hollin.ask("who pays them?", "Who are the Grey Gulls?")

    assert "sponsor" == getattr(reply, "entry", None)


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        ("How many raids were there on Hollin?", "where is that?", "where-hollin"),
        ("Did Tarnia attack Hollin?", "what did they want?", "motive"),
        ("Did Tarnia attack Hollin?", "how often?", "how-many-raids"),
        ("Who are the Grey Gulls?", "what are they?", "gulls"),
    ],
)
def test_a_follow_up_asks_for_another_answer_about_the_same(before: str, asked: str, meant: str) -> None:
    """The one just given is not repeated, unless it is asked for once more."""
    assert meant == getattr(hollin.ask(asked, before), "entry", None)


@pytest.mark.parametrize("asked", ["how come?", "how come they did?", "why?"])
def test_how_come_asks_why(asked: str) -> None:
    """In two words as in one."""
    assert "motive" == getattr(hollin.ask(asked, "Did Tarnia attack Hollin?"), "entry", None)


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("Did Tarnia deny the raids?", "why?"),
        ("Will Velmark withdraw its patrol boats?", "by whom?"),
        ("How many raids were there on Hollin?", "what happened to him?"),
    ],
)
def test_a_follow_up_is_not_answered_about_something_else(before: str, asked: str) -> None:
    """Not about other names, nor as if what was refused were so, nor on a side that was not asked about."""
    assert not isinstance(hollin.ask(asked, before), Answer)


@pytest.mark.parametrize(
    "chain",
    [
        ("Why did Tarnia attack Hollin?", "who did it?"),  # that would be another side of it
        ("Did Tarnia deny the raids?", "who was it?"),  # nothing was told
        ("What did Ida Holm say about the sea wall?", "Who rules Zubrovia?", "says who?"),
        ("Who are the Grey Gulls?", "how much does the wall cost", "who pays them?"),  # an old topic is no topic
    ],
)
def test_a_follow_up_means_nothing_where_nothing_was_told(chain: tuple[str, ...]) -> None:
    """What was answered before what was refused is not taken up again."""
    *before, asked = chain

    assert not isinstance(hollin.ask(asked, *before), Answer)


@pytest.mark.parametrize("said", ["interesting", "I see", "good one", "got it"])
def test_a_remark_gets_no_answer(said: str) -> None:
    """Whatever was answered before, it asks nothing."""
    assert not isinstance(hollin.ask(said, MOTIVE), Answer)


def test_who_somebody_is_is_not_told_of_somebody_else() -> None:
    """`Who is she?` after a word of Ida Holm's is not about the Gulls, who are what `who is …` is mostly asked of."""
    assert not isinstance(hollin.ask("and who is she?", "What did Ida Holm say about the sea wall?"), Answer)


def test_a_chain_of_follow_ups_keeps_its_topic() -> None:
    """Each hangs on the one before."""
    reply = hollin.ask("exact words?", MOTIVE, "who said that?", "how sure?")

    assert "motive" == getattr(reply, "entry", None)


@pytest.mark.parametrize("aspect_", ["who", "source", "words", "sure"])
def test_a_button_asks_the_same(aspect_: str) -> None:
    """By id and aspect, without the question."""
    reply = hollin.answerer().follow_up("motive", aspect_)  # type: ignore[arg-type]

    assert isinstance(reply, Answer)
    assert reply.lead


def test_a_button_of_a_lost_entry_does_nothing() -> None:
    """An entry that was taken out since has no follow-up."""
    assert hollin.answerer().follow_up("gone", "who") is None


@pytest.mark.parametrize("aspect_", get_args(Aspect))
def test_a_button_never_leads_to_another_answer(aspect_: Aspect) -> None:
    """Under every answer each button tells something of that very answer."""
    for item in (*hollin.pack().entries, *hollin.pack().facts):
        reply = hollin.answerer().follow_up(item.id, aspect_)
        assert reply
        assert item.id == reply.entry
        assert reply.lead


@pytest.mark.parametrize(
    ("entry", "lead"),
    [
        ("raid-on-hollin", "When: 4 March 2019"),
        ("first-raid", "When: 4 March 2019"),
        ("wall", "No date is given for this; the news article is of 9 June 2019"),
    ],
)
def test_a_button_tells_the_date_or_that_of_the_source(entry: str, lead: str) -> None:
    """A date that is kept for the answer is told; where none is, when the source wrote."""
    assert lead == getattr(hollin.answerer().follow_up(entry, "when"), "lead", None)


def test_an_answer_that_tells_a_date_in_its_words_is_not_called_undated() -> None:
    """What stands in the answer's own words is not denied."""
    told = replace(ANSWER, detail="The bridge was begun in 2019.")
    expected = "No date is given beyond the answer's own words; the article is of 1 June 2021"
    assert expected == undated(told, "article")


@pytest.mark.parametrize("before", [MOTIVE, "what does the wall cost"])
def test_a_question_that_is_answered_alone_is_not_read_with_the_one_before(before: str) -> None:
    """A short one may hang on what was asked, but need not."""
    alone, after = hollin.ask("how many raids on Hollin"), hollin.ask("how many raids on Hollin", before)

    assert isinstance(alone, Answer)
    assert isinstance(after, Answer)
    assert alone.entry == after.entry


@pytest.mark.parametrize("said", ["thanks", "ok", "help"])
def test_pleasantries_repeat_no_answer(said: str) -> None:
    """What asks nothing gets the greeting, whatever was answered before."""
    reply = hollin.ask(said, MOTIVE)

    assert isinstance(reply, Decline)
    assert "not_a_question" == reply.reason


@pytest.mark.parametrize("typed", ["xxxxxxxxxxxx", "qwrt zzzk", "and blorpk?"])
def test_what_is_typed_at_random_hangs_on_nothing(typed: str) -> None:
    """Letters that are no word anywhere offer nothing of what was asked before."""
    assert isinstance(hollin.ask(typed, "What did Ida Holm say about the sea wall?"), Decline)


@pytest.mark.parametrize("aspect_", ["who", "when", "words", "sure"])
def test_a_fact_that_nobody_asks_for_has_its_buttons(tmp_path: Path, aspect_: str) -> None:
    """A fact without questions of its own, as the list of facts shows it, is asked on like any answer."""
    folder = write_pack(tmp_path / "ferries")
    dates = folder / "facts/dates.yaml"
    dates.write_text(re.sub(r"(?m)^    (asks|when):.*\n", "", dates.read_text(encoding="utf-8")), encoding="utf-8")
    reply = Answerer((load_pack(folder),)).follow_up("delays-go-on", aspect_)  # type: ignore[arg-type]

    assert reply is not None
    assert reply.lead
