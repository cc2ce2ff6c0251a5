"""The kind of answer that a question asks for."""

from __future__ import annotations

import pytest

from bot.matching.answer_kind import kinds
from bot.matching.normalise import tokens
from tests import hollin


def test_how_come_asks_why() -> None:
    """Two words that are read as one."""
    assert {"reason"} == kinds(hollin.matcher().lexicon.read("how come they did?"))


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("who fired", {"person"}),
        ("when did it begin", {"time"}),
        ("on which day did it begin", {"time"}),
        ("where is it", {"place"}),
        ("why did they", {"reason"}),
        ("what was the motive", {"reason"}),
        ("how many boats", {"count"}),
        ("how often", {"count"}),
        ("how much did it cost", {"amount"}),
        ("how long did it last", {"duration"}),
        ("how long ago was it", {"time"}),
        ("on what grounds", {"reason"}),
        ("with what?", {"means"}),
        ("with what was it hit", {"means"}),
        ("what was it hit with", {"means"}),
        ("what weapon was it", {"means"}),
        ("with what result", set()),
        ("what has it to do with", set()),
        ("how far is it", {"distance"}),
        ("who did it and when", {"person", "time"}),
        ("is it true that boats sank", set()),
        ("what happens when rockets are fired", set()),
        ("how did they respond", set()),
        ("", set()),
    ],
)
def test_kinds(asked: str, kind: set[str]) -> None:
    """Read off the question words, clauses apart."""
    assert kind == kinds(tokens(asked))
