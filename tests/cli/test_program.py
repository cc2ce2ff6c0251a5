"""The program itself: help, version, what it imports, and how it leaves."""

from __future__ import annotations

import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer.main

from bot import __version__
from bot.cli import app
from tests.cli.conftest import in_a_terminal, program

if TYPE_CHECKING:
    from tests.cli.conftest import Footnote

COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
HEAVY = ("discord", "simcord", "onnxruntime", "numpy", "pydantic", "rich", "prompt_toolkit", "yaml")


def test_importing_the_commands_loads_nothing_heavy() -> None:
    """Neither Discord nor the engine is there before a command needs it."""
    code = f"import sys, bot.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "[]\n" == done.stdout


def test_answering_loads_no_discord(pack: Path) -> None:
    """A question in the terminal is answered without Discord."""
    del pack
    code = (
        "import sys; from bot.cli import app; app(['ask', 'ferries'], standalone_mode=False);"
        "print([name for name in ('discord', 'simcord', 'aiohttp') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "[]" == done.stdout.splitlines()[-1]


def test_the_version_is_said(footnote: Footnote) -> None:
    """One line names the program and its version."""
    assert f"footnote {__version__}\n" == footnote("--version").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(footnote: Footnote, command: str) -> None:
    """--help and -h say what a command does, and show it."""
    result = footnote(command, "--help")
    assert 0 == result.exit_code
    assert f" footnote {command}" in result.stdout.split("Usage:")[1].split("\n", 1)[1]
    assert result.stdout == footnote(command, "-h").stdout


@pytest.mark.parametrize("args", [["aks"], ["ask", "--jsno"], ["preview", "--port", "x"], ["preview", "--port", "-1"]])
def test_a_slip_is_exit_code_2(footnote: Footnote, args: list[str]) -> None:
    """A misspelt command or option is said on stderr alone."""
    result = footnote(*args)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "Traceback" not in result.stderr


def test_no_command_shows_what_there_is(footnote: Footnote) -> None:
    """Called by its name alone, the program lists its commands."""
    result = footnote()
    assert [] == [command for command in COMMANDS if f" {command} " not in result.output]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
def test_a_full_disk_is_one_sentence(pack: Path) -> None:
    """What can't be written is said, without a traceback."""
    del pack
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "topics"], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert (2, 1) == (done.returncode, done.stderr.count("\n"))
    assert done.stderr.startswith("No space left on device; ")


def test_a_terminal_of_few_letters_is_no_fault(pack: Path) -> None:
    """Where ¶ can't be shown, something else is."""
    del pack
    done = program("ask", "How many ferries were late in January?", PYTHONIOENCODING="ascii")
    assert (0, b"") == (done.returncode, done.stderr)
    assert b"Forty in one month" in done.stdout


def test_a_closed_stdout_is_no_fault(pack: Path) -> None:
    """Without anywhere to write to, nothing is written."""
    del pack
    command = f"exec '{sys.executable}' -m bot ask --json ferries >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    assert (0, b"") == (done.returncode, done.stderr)


def test_a_terminal_has_colours(pack: Path) -> None:
    """The outcome and the short answer stand out, and the link can be clicked."""
    del pack
    seen = in_a_terminal("ask", "How many ferries were late in January?")
    assert "\x1b[1;32m✓ Answer\x1b[0m" in seen
    assert "\x1b[1mForty in one month, the board reported.\x1b[0m" in seen
    assert "\x1b]8;" in seen


def test_no_color_is_respected(pack: Path) -> None:
    """With NO_COLOR set no colour is sent."""
    del pack
    seen = in_a_terminal("ask", "How many ferries were late in January?", NO_COLOR="1")
    assert "✓ Answer" in seen
    assert "\x1b[1;32m" not in seen


def test_an_interrupt_is_quiet(pack: Path) -> None:
    """Ctrl-C leaves without a word."""
    del pack
    command = [sys.executable, "-m", "bot", "ask", "--batch", "-"]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests may have it ignored
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, preexec_fn=heard, **pipes) as process:  # noqa: PLW1509 - no thread is running
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"question": ""}\n')
        process.stdin.flush()
        process.stdout.readline()
        assert process.stderr
        process.send_signal(signal.SIGINT)
        code, errors = process.wait(60), process.stderr.read()  # its input stays open: at its end it would be done
    assert (130, b"") == (code, errors)
