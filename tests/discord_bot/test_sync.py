"""Discord's list of commands is written when, and only when, it differs from ours."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.discord_bot.sync import same
from tests.discord_bot.desks import FakeDesk
from tests.discord_bot.worlds import bot

OURS: list[dict[str, Any]] = [
    {
        "name": "ask",
        "description": "Ask",
        "type": 1,
        "nsfw": False,
        "dm_permission": True,
        "default_member_permissions": None,
        "contexts": [0, 1, 2],
        "integration_types": None,
        "options": [{"type": 3, "name": "question", "description": "Words", "required": True, "autocomplete": True}],
    }
]
LISTED: dict[str, Any] = {
    **OURS[0],
    "id": "1",
    "application_id": "2",
    "version": "3",
    "contexts": [2, 0, 1],
    "integration_types": [0, 1],
    "description_localizations": None,
}


async def test_commands_are_written_once() -> None:
    """A second start with the same commands writes nothing."""
    async with simcord.run(bot(FakeDesk())) as env:
        await env.restart_bot(bot(FakeDesk()))
        written = [entry for entry in env.http_requests if entry.method == "PUT" and entry.path.endswith("/commands")]
        asked = [entry for entry in env.http_requests if entry.method == "GET" and entry.path.endswith("/commands")]
        assert (len(written), len(asked)) == (1, 2)


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([LISTED], True),
        ([], False),
        ([LISTED, {**LISTED, "name": "old"}], False),
        ([{**LISTED, "description": "Other"}], False),
        ([{**LISTED, "contexts": [0]}], False),
        ([{**LISTED, "default_member_permissions": "8"}], False),
        ([{**LISTED, "options": [{**OURS[0]["options"][0], "choices": [{"name": "a", "value": "a"}]}]}], False),
        ([{**LISTED, "options": [{**OURS[0]["options"][0], "required": False}]}], False),
    ],
)
def test_what_discord_adds_by_itself_is_no_difference(listed: list[dict[str, Any]], expected: bool) -> None:  # noqa: FBT001
    """Ids, versions, order and filled-in defaults don't count; every word and option does."""
    assert same(OURS, listed) == expected
