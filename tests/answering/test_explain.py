"""Every reply can say why it came out as it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.matching.calibration import SIGNALS
from tests import hollin

if TYPE_CHECKING:
    from bot.model.reply import Why


def why(question: str, *context: str) -> Why:
    """The explanation of a reply."""
    found = hollin.answerer().ask(question, context, explain=True).trace.why
    assert found is not None
    return found


def test_the_nearest_phrasing_and_the_signals_are_shown() -> None:
    """What the question was taken for, and the numbers that it was weighed by."""
    found = why("number of raids on hollin?")

    assert "number of raids on Hollin" == found.phrasing
    assert [*SIGNALS] == [name for name, _ in found.features]


def test_mended_words_and_names_are_shown() -> None:
    """Which word was taken for which."""
    assert {("Tranian", "tarnia"), ("lighthuose", "lighthouse")} <= set(why("Tranian lighthuose").resolved)


def test_what_the_guards_found_is_shown() -> None:
    """The name of the guard and its finding."""
    (verdict,) = why("Were there nine raids on Hollin?").verdicts

    assert ("numbers", "the report does not give “nine” here") == (verdict.guard, verdict.finding)


@pytest.mark.parametrize("asked", ["who said that?", "when?", "why?", "how sure?"])
def test_a_follow_up_explains_itself_too(asked: str) -> None:
    """By the question that it hangs on."""
    assert why(asked, "How many raids were there on Hollin?").phrasing


def test_nothing_is_explained_unasked() -> None:
    """It costs time and room."""
    assert hollin.ask("Where is Hollin?").trace.why is None
