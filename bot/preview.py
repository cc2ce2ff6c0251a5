"""The very same bot in a local browser page: a simulated Discord, without a token or a network.

Two pages, each a small Discord of its own: a direct message, where every message is a question, and a server channel,
where the bot hears its mention. simcord shows one page for each event loop, so the channel has a thread of its own.
"""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import re
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    import simcord
    from discord import Message

    from bot.app import Desk
    from bot.discord_bot.client import FootnoteBot
    from bot.settings import Settings

    Door = Callable[[simcord.Env], Awaitable[tuple[simcord.ChannelHandle, simcord.UserHandle | simcord.MemberActor]]]

_NEEDED = ("simcord", "aiohttp", "PIL", "regex", "markdown_it", "linkify_it")
_MISSING = (
    "The preview needs packages that are not installed: run `pip install '.[preview]'` in the checkout, or `make run`."
)
_DIRECT = "Ask in a direct message with the bot:"
_CHANNEL = "Or mention @Footnote in a server channel:"
_NOT_HERE = (
    "-# This is a preview. It shows all but one thing: on Discord, **Answer this** and **Check against the report** "
    "stand under Apps in the menu of every message."
)
_FIRST_TIME = (
    "-# The answers are being learnt, which happens once and takes a minute or two. "
    "What you ask meanwhile is answered then."
)
_LAST_PORT = 65535
_SOON = 2.0  # seconds that a page may take to open
_LEARNING = 600.0  # seconds that the page waits for a pack to be learnt


def serve(desk: Desk, settings: Settings, port: int) -> None:
    """Serve both pages until a signal, or the page's own button, ends it; raise SettingsError if the port is taken."""
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise SettingsError(_MISSING)
    _quiet_logs(settings)
    with suppress(KeyboardInterrupt):
        asyncio.run(_both(desk, settings, port))


async def _both(desk: Desk, settings: Settings, port: int) -> None:
    """Open the direct message here and the channel, on the next port, in a thread; close both together."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    channel = _Channel(_bot(desk, settings), port + 1 if 0 < port < _LAST_PORT else 0)
    try:
        await _page(_bot(desk, settings), _direct, port, stop, partial(_opened, channel))
    finally:
        await asyncio.to_thread(channel.stop)


def _opened(channel: _Channel, url: str) -> None:
    _say(_DIRECT, url)
    channel.start()


def _bot(desk: Desk, settings: Settings) -> FootnoteBot:
    from bot.discord_bot.client import FootnoteBot  # noqa: PLC0415 - half a second, not spent before it is known to serve

    return FootnoteBot(desk, settings, curator=True)


async def _page(bot: FootnoteBot, door: Door, port: int, stop: asyncio.Event, opened: Callable[[str], object]) -> None:
    """Run one simulated Discord with its page until `stop` is set or the page is closed."""
    import simcord  # noqa: PLC0415 - of the extra that `serve` has found

    async with simcord.run(bot, check_errors=False, settle_timeout=_LEARNING) as env:
        if env.bot.user is not None:
            await env.bot.user.edit(username="Footnote")
        channel, viewer = await door(env)
        with _said_in_one_sentence(port):
            page = await env.preview(channel, viewers=[viewer], layout="channel", port=port).__aenter__()
        try:
            opened(page.url)
            await _first(stop.wait(), page.wait_closed())
        finally:
            await page.close()


async def _direct(env: simcord.Env) -> tuple[simcord.ChannelHandle, simcord.UserHandle]:
    """Open a direct message, with a first hello so that the page shows how to ask."""
    user = env.create_user("you")
    await _note(env, user.dm_channel, _NOT_HERE)
    if await _learnt(env):
        await user.send_dm("hello")
    else:
        await _note(env, user.dm_channel, _FIRST_TIME)
    return user.dm_channel, user


async def _server(env: simcord.Env) -> tuple[simcord.ChannelHandle, simcord.MemberActor]:
    """Open a channel of a server, with a first hello to the bot."""
    guild = env.create_guild("Newsroom")
    channel = guild.create_text_channel("research")
    member = _member(env, guild, guild.add_member(env.create_user("you")).user)
    await _note(env, channel, _NOT_HERE)
    if await _learnt(env):
        await member.send(channel, "@Footnote hello")
    else:
        await _note(env, channel, _FIRST_TIME)
    return channel, member


async def _note(env: simcord.Env, channel: simcord.ChannelHandle, text: str) -> None:
    """Say in the page what it can't show, or that it has to be waited for."""
    await env.bot.get_partial_messageable(channel.id).send(text)
    await env.settle()


async def _learnt(env: simcord.Env) -> bool:
    """Whether a hello is answered soon; where the packs are still to be learnt, the page opens without one."""
    desk: Desk = env.bot.desk  # type: ignore[attr-defined]
    return await asyncio.to_thread(desk.learnt, _SOON)


def _member(env: simcord.Env, guild: simcord.GuildHandle, user: simcord.UserHandle) -> simcord.MemberActor:
    """Make a member whose typed @Footnote is a mention, as Discord's own box makes it."""
    import simcord  # noqa: PLC0415 - the same

    class Typing(simcord.MemberActor):
        async def send(self, channel: simcord.ChannelHandle, content: str = "", **extras: Any) -> Message:  # noqa: ANN401
            mention = env.bot.user.mention if env.bot.user else ""
            return await super().send(channel, re.sub(r"@footnote\b", mention, content, flags=re.IGNORECASE), **extras)

    return Typing(env, guild, user)


class _Channel:
    """The server channel's page, in a thread with an event loop of its own."""

    def __init__(self, bot: FootnoteBot, port: int) -> None:
        self._bot = bot
        self._port = port
        self._thread = threading.Thread(target=self._run, name="preview-channel", daemon=True)
        self._stop: Callable[[], object] = lambda: None

    def start(self) -> None:
        """Open the page; its address is said when it is ready."""
        self._thread.start()

    def stop(self) -> None:
        """Close the page, if it was opened."""
        self._stop()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        self._stop = lambda: loop.is_closed() or loop.call_soon_threadsafe(stop.set)
        try:
            await _page(self._bot, _server, self._port, stop, partial(_say, _CHANNEL))
        except SettingsError:
            # The neighbouring port is nobody's wish: any other will do.
            await _page(self._bot, _server, 0, stop, partial(_say, _CHANNEL))


@contextmanager
def _said_in_one_sentence(port: int) -> Iterator[None]:
    import simcord  # noqa: PLC0415 - the same

    try:
        yield
    except simcord.SetupError as error:
        if "bind port" in str(error):
            raise SettingsError(f"Port {port} is taken: choose another with --port or PREVIEW_PORT.") from None
        raise SettingsError(f"The preview can't start: {error}") from None


async def _first(*waits: Any) -> None:  # noqa: ANN401 - any awaitable
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()


def _say(what: str, url: str) -> None:
    """Print an address on a line of its own, at once, whoever reads it."""
    sys.stdout.write(f"{what}\n{url}\n")
    sys.stdout.flush()


def _quiet_logs(settings: Settings) -> None:
    """Log what goes wrong; the rest is about a connection that is only simulated here."""
    debug = settings.log_level == "DEBUG"
    logging.basicConfig(level=logging.DEBUG if debug else logging.WARNING, format="%(levelname)s %(message)s")
    logging.getLogger("discord").setLevel(logging.DEBUG if debug else logging.ERROR)
