"""`run` and `preview`: which settings they go by, and what a log looks like."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import in_a_terminal, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Footnote


class Refusing(BaseHTTPRequestHandler):
    """Refuses every token."""

    def do_GET(self) -> None:
        """Answer as Discord does."""
        self.send_response(401)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def refusing() -> Iterator[dict[str, str]]:
    """A token, and an API that refuses it, as an environment."""
    with HTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield {"DISCORD_TOKEN": "x", "DISCORD_API_URL": f"http://127.0.0.1:{server.server_port}/api/v10"}
        server.shutdown()
        thread.join()


def test_a_log_in_a_pipe_is_for_machines(pack: Path) -> None:
    """What runs under another program logs one JSON object a line, and leaves with one sentence and exit code 4."""
    del pack
    with refusing() as environment:
        done = program("run", **environment)
    *logged, said = done.stderr.decode().splitlines()
    assert (4, b"") == (done.returncode, done.stdout)
    assert {"level", "event"} <= json.loads(logged[0]).keys()
    assert said.startswith("Discord refused the token")


def test_a_log_in_a_terminal_is_to_be_read(pack: Path) -> None:
    """A person sees a plain line, no object."""
    del pack
    with refusing() as environment:
        seen = in_a_terminal("run", **environment)
    assert "INFO" in seen
    assert '{"time"' not in seen


def test_without_a_token_it_is_said_before_anything_is_learnt(footnote: Footnote, pack: Path) -> None:
    """One sentence names the ways to set one; exit code 4, even where the pack is broken too."""
    (pack / "gaps.yaml").write_text("gaps: [", encoding="utf-8")
    result = footnote("run")
    assert (4, "", 1) == (result.exit_code, result.stdout, result.stderr.count("\n"))
    assert "set DISCORD_TOKEN" in result.stderr


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (["preview"], "PREVIEW_PORT"),
        (["preview", "--port", "0"], "LOG_LEVEL"),
        (["run", "--or-preview"], "PREVIEW_PORT"),
        (["run"], "DISCORD_API_URL"),
        (["run"], "DISCORD_GATEWAY_URL"),
    ],
)
def test_a_setting_that_is_gone_by_must_be_usable(
    footnote: Footnote, monkeypatch: pytest.MonkeyPatch, args: list[str], name: str
) -> None:
    """A setting that the command goes by and that can't be used is one sentence, with exit code 3."""
    monkeypatch.setenv(name, "eighty")
    result = footnote(*args)
    assert (3, "", 1) == (result.exit_code, result.stdout, result.stderr.count("\n"))
    assert result.stderr.startswith(f"{name} can't be used: ")
