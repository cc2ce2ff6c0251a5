"""Changed packs: how they are noticed, and who may ask for them."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from shutil import copytree
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.app import Desk
from bot.discord_bot import reloading
from bot.discord_bot.reloading import on_change, owners
from tests.hollin import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.model.entries import Pack

OWNER, ADMIN, DEVELOPER, READER = (
    {"id": str(number), "username": "x", "avatar": None, "discriminator": "0"} for number in range(1, 5)
)


def application(team: list[tuple[dict[str, Any], str]] | None) -> discord.AppInfo:
    """An application of a person, or of a team whose members have these roles; "invited" ones have not joined yet."""
    members = [
        {"user": user, "role": role.split()[-1], "membership_state": 1 if "invited" in role else 2, "permissions": []}
        for user, role in team or ()
    ]
    held = {"id": "9", "name": "x", "icon": None, "owner_user_id": OWNER["id"], "members": members} if team else None
    told = {"id": "8", "name": "x", "description": "", "icon": None, "bot_public": True, "verify_key": "0"}
    told |= {"bot_require_code_grant": False, "owner": OWNER, "team": held}
    return discord.AppInfo(state=discord.Client(intents=discord.Intents.none())._connection, data=told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("team", "expected"),
    [
        (None, {1}),
        ([(OWNER, "admin"), (ADMIN, "admin"), (DEVELOPER, "developer"), (READER, "read_only")], {1, 2, 3}),
        ([(OWNER, "-"), (READER, "read_only"), (ADMIN, "invited admin")], {1}),
    ],
)
async def test_a_team_is_owner_but_for_who_may_only_read_or_has_not_joined(
    team: list[tuple[dict[str, Any], str]] | None, expected: set[int]
) -> None:
    """The owner, and in a team its owner, admins and developers."""
    assert expected == owners(application(team))


def move(folder: Path) -> None:
    """Another folder takes its place."""
    folder.rename(folder.with_name("before"))
    copytree(FOLDER, folder)


def switch(folder: Path) -> None:
    """A link to another folder takes its place."""
    folder.rename(folder.with_name("before"))
    folder.symlink_to(copytree(FOLDER, folder.with_name("after")))


@pytest.mark.parametrize("change", [move, switch])
async def test_what_takes_a_folders_place_is_watched(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder of packs is replaced, it is taken up, and so is whatever changes in the new one."""
    monkeypatch.setattr(reloading, "LOOK", 50)
    folder, learnt = copytree(FOLDER, tmp_path / "packs"), asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()

    def learn(packs: tuple[Pack, ...]) -> Any:  # noqa: ANN401 - what the log wants to know of an answerer
        loop.call_soon_threadsafe(learnt.release)
        return SimpleNamespace(packs=packs)

    first: Future[Any] = Future()
    first.set_result(learn(()))
    desk = Desk(folder, None, learn, first, ())
    watching = asyncio.create_task(on_change(folder, desk))
    for _ in range(2):  # as it was made, and as it was found
        await asyncio.wait_for(learnt.acquire(), 5)
    change(folder)
    await asyncio.wait_for(learnt.acquire(), 5)
    (folder / "gaps.yaml").touch()
    await asyncio.wait_for(learnt.acquire(), 5)
    watching.cancel()
