"""The preview as a newcomer and a curator meet it: an address at once, a clean end, and the pack as it is saved."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest
import simcord

from bot import preview
from bot.app import Desk
from bot.discord_bot.client import FootnoteBot
from bot.errors import SettingsError
from bot.settings import Settings
from tests.packs import QA, write_pack

if TYPE_CHECKING:
    from pathlib import Path

    import discord

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/#\S+\n")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The example pack, in a folder that a test may write into."""
    return write_pack(tmp_path / "ferries")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_says_its_addresses_and_ends_cleanly(pack: Path, ending: signal.Signals) -> None:
    """Both addresses come whole on lines of their own, unasked and unbuffered; a signal ends it with 0."""
    command = [sys.executable, "-m", "bot", "preview", "--port", "0", "--knowledge", str(pack)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stderr
        try:
            said = [running.stdout.readline() for _ in range(4)]
            with urllib.request.urlopen(said[1].partition("#")[0], timeout=10) as page:  # noqa: S310 - our own address
                assert page.status == 200
        finally:
            running.send_signal(ending)
        assert [bool(ADDRESS.fullmatch(line)) for line in said] == [False, True, False, True]
        assert running.wait(10) == 0
        assert running.stderr.read() == ""


def test_a_taken_port_is_one_sentence(pack: Path) -> None:
    """A taken port names the port and both ways to choose another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"Port {port} is taken: .* --port or PREVIEW_PORT"):
            preview.serve(Desk.open(pack), Settings(_env_file=None), port)


def test_missing_packages_are_one_sentence(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the sentence says what to install."""
    monkeypatch.setattr(preview, "_NEEDED", ("no_such_package",))
    with pytest.raises(SettingsError, match=r"pip install '\.\[preview\]'"):
        preview.serve(Desk.open(pack), Settings(_env_file=None), 0)


async def asked(user: simcord.UserHandle, question: str) -> discord.Message:
    """Ask in the direct message and give the bot's answer."""
    await user.send_dm(question)
    assert user.dm_channel.last_message
    return user.dm_channel.last_message


async def test_a_saved_change_is_in_the_next_answer(pack: Path) -> None:
    """What a curator saves is what the next question gets, without a restart."""
    async with simcord.run(FootnoteBot(Desk.open(pack), Settings(_env_file=None), curator=True)) as env:
        user = env.create_user("you")
        question = "How many ferries were late in January?"
        assert "**Forty in one month" in str((await asked(user, question)).embeds[0].description)
        (pack / "qa/ferries.yaml").write_text(QA.replace("Forty in one month", "Forty crossings in a month"))
        assert "**Forty crossings in a month" in str((await asked(user, question)).embeds[0].description)


async def test_a_broken_change_is_named_while_the_last_good_pack_answers(pack: Path) -> None:
    """A broken file is named with its line in the page, and the answers go on; mended, the notice goes."""
    async with simcord.run(FootnoteBot(Desk.open(pack), Settings(_env_file=None), curator=True)) as env:
        user = env.create_user("you")
        question = "How many ferries were late in January?"
        (pack / "qa/ferries.yaml").write_text(QA.replace("    short:", "    shrot:", 1))
        broken = await asked(user, question)
        assert "**Forty in one month" in str(broken.embeds[0].description)
        assert re.search(r"qa/ferries\.yaml:\d+: .*shrot", str(broken.embeds[1].description))
        (pack / "qa/ferries.yaml").write_text(QA)
        assert len((await asked(user, question)).embeds) == 1


async def test_typing_the_name_is_a_mention(pack: Path) -> None:
    """In the server channel, @Footnote typed by hand is heard as a mention and answered."""
    async with simcord.run(FootnoteBot(Desk.open(pack), Settings(_env_file=None), curator=True)) as env:
        channel, member = await preview._server(env)
        await member.send(channel, "@footnote, how many ferries were late in January?")
        assert [message.author.bot for message in channel.history()] == [True, False, True, False, True]
        assert "Check against the report" in channel.history()[0].content
        assert channel.history()[-1].embeds[0].title == "How many ferries were late in January?"


async def test_who_has_to_wait_is_told(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a first start the page opens at once and says that the answers are still being learnt."""
    monkeypatch.setattr(Desk, "learnt", lambda *_: False)
    async with simcord.run(FootnoteBot(Desk.open(pack), Settings(_env_file=None), curator=True)) as env:
        channel, member = await preview._server(env)
        assert "being learnt" in channel.history()[-1].content
        await member.send(channel, "@footnote how many ferries were late in January?")
        assert channel.history()[-1].embeds[0].title == "How many ferries were late in January?"
