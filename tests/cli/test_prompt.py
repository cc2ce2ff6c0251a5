"""The prompt of a chat: what is typed, completed and kept."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.cli import prompt
from bot.model.reply import Option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

END, INTERRUPT = "\x04", "\x03"


class Desk:
    """Offers one curated question."""

    answerer: Desk

    def __init__(self) -> None:
        self.answerer = self

    def suggest(self, text: str, limit: int) -> tuple[Option, ...]:
        """The one question, whatever is typed."""
        del text, limit
        return (Option("late", "How many ferries were late?", 1.0),)


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """A keyboard."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        yield keyboard


def typed(cache: Path) -> list[str]:
    """The lines that a person types."""
    return list(prompt._typed(Desk(), cache))  # type: ignore[arg-type]


def test_lines_come_until_the_person_leaves(keys: PipeInput, tmp_path: Path) -> None:
    """Ctrl-D ends the chat."""
    keys.send_text(f"first\rsecond\r{END}")
    assert ["first", "second"] == typed(tmp_path)


def test_an_interrupt_clears_the_line(keys: PipeInput, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C throws away what is half typed, and goes on without a word."""
    keys.send_text(f"fir{INTERRUPT}second\r{END}")
    assert ["second"] == typed(tmp_path)
    assert "" == capsys.readouterr().out


def test_an_interrupt_of_nothing_says_how_to_leave(
    keys: PipeInput, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C on an empty line names the way out, and the chat goes on."""
    keys.send_text(f"first\r{INTERRUPT}second\r{END}")
    assert ["first", "second"] == typed(tmp_path)
    assert "Leave with Ctrl-D or exit.\n" == capsys.readouterr().out


def test_what_is_begun_can_be_completed() -> None:
    """Tab puts a curated question in the place of what was typed."""
    offered = list(prompt._suggested(Desk(), "how ma"))  # type: ignore[arg-type]
    assert [("How many ferries were late?", -6)] == [(one.text, one.start_position) for one in offered]


def test_what_was_typed_is_kept_for_the_next_chat(keys: PipeInput, tmp_path: Path) -> None:
    """The history is kept in the cache folder, for this user alone."""
    keys.send_text(f"first\r{END}")
    typed(tmp_path / "cache")
    kept = tmp_path / "cache" / "history"
    assert ["+first"] == kept.read_text(encoding="utf-8").splitlines()[-1:]
    assert 0o600 == stat.S_IMODE(kept.stat().st_mode)


def test_a_history_that_cannot_be_kept_is_no_fault(keys: PipeInput, tmp_path: Path) -> None:
    """Where the cache folder is of no use, the chat goes on without."""
    (tmp_path / "file").touch()
    keys.send_text(f"first\r{END}")
    assert ["first"] == typed(tmp_path / "file")
