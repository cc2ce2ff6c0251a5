"""The bot as its own process, as an operator runs it: whoever asks is answered."""

from __future__ import annotations

import signal
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from tests.hollin import FOLDER
from tests.wire import events
from tests.wire.events import QUESTION, titles
from tests.wire.process import footnote, free_port, health

if TYPE_CHECKING:
    from pathlib import Path

    from tests.wire.server import Loopback


async def test_a_question_its_buttons_and_its_suggestions_are_answered(server: Loopback) -> None:
    """The bot logs in, writes its commands, answers, and goes on answering what is pressed and typed; then stops."""
    async with footnote(server) as bot:
        await server.ready()
        asked = await server.asked(events.ask(QUESTION))
        assert titles(asked) == [QUESTION]
        shown = events.message(asked)
        for button in [part for row in asked["components"] for part in row["components"]]:
            pressed = events.click(button["custom_id"], shown)
            assert titles(await server.asked(pressed)) or events.UPDATE == (await server.response(pressed))["type"]
        typed = await server.asked(events.typing("raid"))
        assert QUESTION in [choice["name"] for choice in typed["choices"]]
        await server.tell("MESSAGE_CREATE", events.direct(QUESTION))
        (written,) = await server.until(lambda: server.to("/channels/66/messages"))
        assert titles(written.body) == [QUESTION]
        await bot.stop()
    assert {"ask", "reload"} <= {command["name"] for command in server.commands}


@pytest.mark.parametrize("transport", ["zlib-stream", "zstd-stream"])
async def test_both_compressions_are_understood(
    server: Loopback, transport: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With zstandard installed the wire is packed with it, without it with zlib."""
    if transport == "zlib-stream":
        (tmp_path / "zstandard.py").write_text("raise ImportError\n", encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    else:
        pytest.importorskip("zstandard", reason="zstandard is not installed")
    async with footnote(server) as bot:
        await server.ready()
        assert titles(await server.asked(events.ask(QUESTION))) == [QUESTION]
        await bot.stop()
    assert [transport] == server.compress


async def test_two_shards_both_answer(server: Loopback) -> None:
    """As many shards are started as Discord asks for; ready is when both are."""
    server.shards, port = 2, free_port()
    async with footnote(server, HEALTH_PORT=str(port)) as bot:
        await server.until(lambda: len(server.sessions) == 1, 20)
        assert 503 == (await health(port))[0]
        await server.until(lambda: len(server.sessions) == 2, 20)
        for shard in (0, 1):
            assert titles(await server.asked(events.ask(QUESTION), shard)) == [QUESTION]
        assert (200, "ready\n") == await health(port)
        await bot.stop()


async def test_a_crowd_is_answered_and_nobody_is_lost(server: Loopback) -> None:
    """Whoever asks at the same moment gets an answer, at once or after "thinking …", and it is the right one."""
    asked = [events.ask(f"How many raids were there on Hollin in spring {year}?") for year in range(60)]
    async with footnote(server) as bot:
        await server.ready()
        for payload in asked:
            await server.tell("INTERACTION_CREATE", payload)
        first = [await server.response(payload) for payload in asked]
        late = [payload for payload, response in zip(asked, first, strict=True) if response["type"] == events.DEFERRED]
        for payload in late:
            await server.until(lambda token=payload["token"]: server.to(f"/webhooks/22/{token}"))
        await bot.stop()
    said = [heard.body.get("data", heard.body).get("content", "") for heard in server.heard if heard.method == "POST"]
    assert {f"> {payload['data']['options'][0]['value']}" for payload in asked} == set(filter(None, said))


async def test_packs_are_taken_up_while_questions_are_answered(server: Loopback, tmp_path: Path) -> None:
    """A saved file, a hang-up and `/reload` each take up changes, whole or not at all; only the owner may."""
    pack = copytree(FOLDER, tmp_path / "pack")
    raids = pack / "qa/raids.yaml"
    good = raids.read_text(encoding="utf-8")
    async with footnote(server, KNOWLEDGE_DIR=str(pack)) as bot:
        await server.ready()
        raids.write_text(good.replace("number of raids on Hollin", "raids, how many"), encoding="utf-8")
        await bot.until(lambda: bot.events("Took up the changed packs"))
        raids.write_text(good + "nonsense: here\n", encoding="utf-8")
        await bot.until(lambda: bot.events("last good ones go on answering"))
        assert titles(await server.asked(events.ask(QUESTION))) == [QUESTION]
        bot.process.send_signal(signal.SIGHUP)
        mine, theirs = events.command("reload", events.OWNER), events.command("reload")
        assert "Only the owner" in (await server.asked(theirs))["content"]
        await server.tell("INTERACTION_CREATE", mine)
        (said,) = await server.until(lambda: server.to(f"/webhooks/22/{mine['token']}"))
        assert "raids.yaml" in str(said.body)
        await bot.stop()
