"""The program as a person or a script runs it: in this process where that shows the same, else as its own."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.packs import write_pack

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


class Footnote(Protocol):
    """Runs the program in this process over the example pack."""

    def __call__(self, *args: str, stdin: str | bytes = "") -> Result:
        """Run it with these arguments and this on stdin."""
        ...


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example pack, as the one that KNOWLEDGE_DIR names."""
    folder = write_pack(tmp_path / "pack")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder))
    return folder


@pytest.fixture
def footnote(pack: Path) -> Footnote:
    """Run the program over the example pack."""
    del pack

    def run(*args: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(app, args, input=stdin, prog_name="footnote")

    return run


def program(*args: str | bytes, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *args],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ | environment,
    )


def in_a_terminal(*args: str, columns: int = 60, **environment: str) -> str:
    """What a person sees in a real terminal of this width."""
    mine, theirs = pty.openpty()
    size = {"COLUMNS": str(columns), "LINES": "40", "TERM": "xterm-256color"}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | size | environment,
    ) as process:
        os.close(theirs)
        seen = b""
        try:
            while chunk := os.read(mine, 4096):
                seen += chunk
        except OSError:
            pass  # how Linux says that the other side has hung up
        process.wait()
    os.close(mine)
    return seen.decode()
