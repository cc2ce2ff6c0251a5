"""The JSON of a reply: the contract that other programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from bot.model.reply import Ranked, Reply, Verdict, Why
from bot.render.payload import line, payload
from tests.golden import kept
from tests.render import replies
from tests.render.replies import ANSWER, CLARIFY, CORRECT, DECLINE

GOLDEN = Path(__file__).with_name("golden")
RANKED = replace(ANSWER.trace, confidence=0.93, ranking=(Ranked("bridge-opening", 0.81),), elapsed_ms=1.5)
WHY = Why(read_as="bridge open", phrasing=None, features=(("words", 0.5),), verdicts=(Verdict("numbers", "none"),))
KEPT = {
    "answer": replace(ANSWER, trace=RANKED),
    "explained": replace(ANSWER, trace=replace(RANKED, why=replace(WHY, resolved=(("brigde", "bridge"),)))),
    "correct": CORRECT,
    "clarify": CLARIFY,
    "decline": DECLINE,
}
KEYS = (
    "schema question outcome reason pack entry revision match confidence text citations options related ranking "
    "encoder elapsed_ms"
).split()


@pytest.mark.parametrize("name", KEPT)
def test_the_whole_object(name: str) -> None:
    """Each outcome fills the contract's keys in their order, with null where it has nothing to say."""
    actual = json.dumps(payload(KEPT[name]), indent=2, ensure_ascii=False) + "\n"
    assert kept(GOLDEN / f"{name}.json", actual) == actual


@given(replies.replies)
def test_any_reply_is_one_line_of_ascii(reply: Reply) -> None:
    """Whatever a reply holds, its line has the contract's keys, no line break, and reads back as it was."""
    text = line(reply)
    assert text.isascii()
    assert 1 == len(text.splitlines())
    assert KEYS == list(json.loads(text))
    assert payload(reply) == json.loads(text)


@pytest.mark.parametrize("reply", [CLARIFY, DECLINE])
def test_nothing_is_cited_where_nothing_is_answered(reply: Reply) -> None:
    """A clarification or a decline has no citation, entry or match glued on."""
    found = payload(reply)
    assert ([], None, None, None) == (found["citations"], found["entry"], found["revision"], found["match"])
