"""The text of a reply: what the user reads, without the footnote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from bot.render.plain import text
from tests.render import replies
from tests.render.replies import ANSWER, CLARIFY, CORRECT, DECLINE

if TYPE_CHECKING:
    from bot.model.reply import Reply

SPRING = "The bridge probably opens in spring 2022."

TEXTS = {
    "answer": (ANSWER, f"{SPRING} The city engineer put it at March or April. (The source's own word: “probably”.)"),
    "lead": (
        replace(ANSWER, lead="City engineer (estimated) → The Gazette ¶4", detail="", hedge=None),
        f"City engineer (estimated) → The Gazette ¶4. {SPRING}",
    ),
    "correct": (
        replace(CORRECT, short="No: it probably opens in spring."),
        (
            "Not as asked: that the bridge opened in 2020. "
            "What the report says: It probably opens in spring. (The source's own word: “probably”.)"
        ),
    ),
    "clarify": (CLARIFY, "Did you mean\n1. When does the bridge open?\n2. What does it cost?"),
    "decline": (
        DECLINE,
        "The report does not say who paid. Searched 3 answers. Nearest that it does answer: “What does it cost?”.",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_of_a_reply(name: str) -> None:
    """Each outcome has its sentence, and the hedge of the source is in it."""
    reply, expected = TEXTS[name]
    assert expected == text(reply)


@pytest.mark.parametrize("verdict", ["Yes, ", "No. ", "no — ", "YES: "])
def test_a_false_premise_gets_no_verdict(verdict: str) -> None:
    """A curated yes or no is taken off where it would answer a false premise."""
    told = text(replace(CORRECT, short=f"{verdict}the city paid for it.", hedge=None))
    assert told.endswith("What the report says: The city paid for it.")


@pytest.mark.parametrize("word", ["North of the town.", "Nobody paid.", "Yesterday it was closed.", "No ferry ran."])
def test_a_word_that_merely_begins_like_a_verdict_stays(word: str) -> None:
    """Only a yes or no that stands for itself is one."""
    assert text(replace(CORRECT, short=word, hedge=None)).endswith(f"What the report says: {word}")


def test_a_long_text_is_cut_at_a_word() -> None:
    """What is too long ends with … at a word, and the hedge is kept."""
    told = text(replace(ANSWER, short="", detail="seven " * 200))
    assert told.endswith("seven… (The source's own word: “probably”.)")
    assert 680 < len(told) <= 700


@given(replies.replies)
def test_no_text_is_longer_than_700(reply: Reply) -> None:
    """Whatever a reply holds, its text has at most 700 characters."""
    assert len(text(reply)) <= 700
