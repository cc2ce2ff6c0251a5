"""Discord's list of our commands, written only when it differs from what we have. No note of our own is trusted."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.discord_bot.faults import reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from discord.app_commands import CommandTree
    from discord.http import HTTPClient

_log = logging.getLogger("footnote.discord")
_KEPT = {
    *("name", "type", "description", "options", "choices", "required", "autocomplete", "nsfw", "value"),
    *("min_value", "max_value", "min_length", "max_length", "channel_types"),
    *("default_member_permissions", "contexts", "integration_types"),
}
_SETS = {"contexts", "integration_types", "channel_types"}
_CHAT_INPUT = 1


async def tried(http: HTTPClient, application: int, tree: CommandTree[Any]) -> bool:
    """Bring the list up to date if Discord lets us; say whether it did. Only a refused token is raised."""
    try:
        await sync(http, application, tree)
    except discord.HTTPException as error:
        if error.status == HTTPStatus.UNAUTHORIZED:
            raise
        _log.error("Discord refused the list of commands (%s); trying again at the next connect.", reason(error))
        return False
    return True


async def sync(http: HTTPClient, application: int, tree: CommandTree[Any]) -> bool:
    """Ask Discord what it lists, and replace the list if it differs from ours; say whether it did."""
    ours = [command.to_dict(tree) for command in tree.get_commands()]
    listed = await http.get_global_commands(application)
    if same(ours, cast("Sequence[Mapping[str, Any]]", listed)):
        return False
    await http.bulk_upsert_global_commands(application, cast("Any", ours))
    _log.info("Wrote %d commands to Discord's list.", len(ours))
    return True


def same(ours: Sequence[Mapping[str, Any]], listed: Sequence[Mapping[str, Any]]) -> bool:
    """Whether both lists mean the same commands: order, ids, versions and spelled-out defaults don't count."""
    # Where we leave the ways of installing to the application's own setting, Discord fills them in.
    left = {"integration_types"} if not any(command.get("integration_types") for command in ours) else set()
    return _by_name(ours, left) == _by_name(listed, left)


def _by_name(commands: Sequence[Mapping[str, Any]], left: set[str]) -> dict[tuple[object, object], object]:
    return {(command.get("type", _CHAT_INPUT), command["name"]): _normal(command, left) for command in commands}


def _normal(payload: Mapping[str, Any], left: set[str]) -> dict[str, object]:
    """Give the parts of a payload that we set, defaults left out."""
    kept = {name: _value(name, value, left) for name, value in payload.items() if name in _KEPT - left}
    return {name: value for name, value in kept.items() if value not in (None, False, [], "")}


def _value(name: str, value: object, left: set[str]) -> object:
    if isinstance(value, list):
        items = [_normal(item, left) if isinstance(item, dict) else item for item in value]
        return sorted(items, key=str) if name in _SETS else items
    return str(value) if name == "default_member_permissions" and value is not None else value
