"""Taking up changed packs while questions are being answered: on SIGHUP, on `/reload`, and when a file changes.

The desk does it whole or not at all; here it gets a thread of its own, so that no question waits for it.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

import discord
import watchfiles
from discord import app_commands

from bot.discord_bot.apology import whisper
from bot.render import curators

if TYPE_CHECKING:
    from pathlib import Path

    from bot.app import Desk
    from bot.discord_bot.client import FootnoteBot

OWNERS_ONLY = "Only the owner of this bot, or its team, can do that."
LOOK = 5000  # milliseconds between looks at the files where nothing is heard of them
UNCHANGED = "Nothing has changed since the packs were last read."
_OWNING = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
_log = logging.getLogger("footnote.packs")


async def take_up(desk: Desk) -> str | None:
    """Take up what has changed, in a thread of its own; give what is wrong as long as it is wrong."""
    before, known = desk.answerer, desk.problem
    problem = await asyncio.wrap_future(_in_a_thread(desk))
    if problem and problem != known:
        _log.error("The changed packs can't be loaded; the last good ones go on answering: %s", problem)
    elif desk.answerer is not before:
        _log.info("Took up the changed packs: %s.", _size(desk))
    return problem


def _in_a_thread(desk: Desk) -> Future[str | None]:
    """Refresh in a daemon: whoever stops the program does not wait until a pack is learnt."""
    refreshed: Future[str | None] = Future()
    refreshed.set_running_or_notify_cancel()  # whoever no longer waits for it can't take it back

    def refresh() -> None:
        try:
            refreshed.set_result(desk.refresh(patient=True))
        except Exception as error:  # noqa: BLE001 - whoever waits for it gets it
            refreshed.set_exception(error)

    Thread(target=refresh, name="reload", daemon=True).start()
    return refreshed


def _size(desk: Desk) -> str:
    packs = desk.answerer.packs
    return f"{len(packs)} pack{'' if len(packs) == 1 else 's'}, {sum(len(pack.entries) for pack in packs)} entries"


def on_hangup(desk: Desk) -> None:
    """Take up changes on SIGHUP, where the platform has it."""
    loop, running = asyncio.get_running_loop(), set[asyncio.Task[None]]()

    def heard() -> None:
        task = loop.create_task(_quietly(desk))
        running.add(task)
        task.add_done_callback(running.discard)

    with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGHUP, heard)


async def on_change(folder: Path, desk: Desk) -> None:
    """Take up changes as files of this folder change, for ever.

    What took the folder's place, or changed before it was watched, says nothing by itself: the desk looks by the clock.
    """
    try:
        async for _ in watchfiles.awatch(folder, rust_timeout=LOOK, yield_on_timeout=True):
            await _quietly(desk)
    except (OSError, RuntimeError) as error:
        _log.warning("Files can't be watched (%s); SIGHUP and /reload still serve.", type(error).__name__)


async def _quietly(desk: Desk) -> None:
    """Take up changes; a fault of ours is logged, and the last good packs go on answering."""
    try:
        await take_up(desk)
    except Exception:  # noqa: BLE001 - it is logged, and the service goes on
        _log.exception("The changed packs were not taken up.")


@app_commands.command(name="reload", description="Take up changed packs now (owner only)")
@app_commands.default_permissions()
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def reload(interaction: discord.Interaction[FootnoteBot]) -> None:
    """Take up changes for the owner, and say what came of it; to anybody else say that it is not theirs."""
    bot = interaction.client
    if interaction.user.id not in owners(bot.application):
        await whisper(interaction, OWNERS_ONLY)
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    before = bot.desk.answerer
    problem = await take_up(bot.desk)
    if problem:
        await interaction.followup.send(embed=discord.Embed.from_dict(curators.broken(problem)), ephemeral=True)
    else:
        said = UNCHANGED if bot.desk.answerer is before else f"Taken up: {_size(bot.desk)}."
        await interaction.followup.send(said, ephemeral=True)


def owners(application: discord.AppInfo | None) -> set[int | None]:
    """Give the ids of those who own the application: a person, or in a team whoever may do more than read."""
    if application is None or application.team is None:
        return {application.owner.id} if application else set()
    return {application.team.owner_id, *(member.id for member in application.team.members if _owns(member))}


def _owns(member: discord.TeamMember) -> bool:
    """Whether somebody who has joined the team, and was not merely invited, may do more than read."""
    return member.role in _OWNING and member.membership_state is discord.TeamMembershipState.accepted
