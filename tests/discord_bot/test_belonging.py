"""Where a person takes the bot along: groups, and servers that it is no member of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import simcord.actors
import simcord.interactions

from tests.discord_bot.worlds import labels, world

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def elsewhere(monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], object]) -> None:
    """Let every interaction arrive as from another place; simcord itself knows servers and direct messages alone."""
    made = simcord.interactions.base_payload

    def changed(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - simcord's own
        record, payload = made(*given, **named)
        change(payload)
        return record, payload

    monkeypatch.setattr(simcord.interactions, "base_payload", changed)


def to_group(payload: dict[str, Any]) -> None:
    """Make a direct message's interaction one of a group."""
    person = payload["user"]["id"]
    payload |= {"context": 2, "authorizing_integration_owners": {"1": person}}
    payload["channel"] = {"id": payload["channel_id"], "type": 3, "name": "friends", "recipients": []}


def to_foreign_server(payload: dict[str, Any]) -> None:
    """Make a server's interaction one of a server where only the person has the bot."""
    payload |= {"authorizing_integration_owners": {"1": payload["member"]["user"]["id"]}, "guild_id": "4242"}
    payload["guild"] = {"id": "4242", "locale": "en-US", "features": []}
    payload["channel"] |= {"guild_id": "4242"}


async def test_a_group_asks_and_reads_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a group a command answers for everybody, buttons work, and the same answer is linked to."""
    elsewhere(monkeypatch, to_group)
    async with world(repeat_minutes=10) as here:
        first = (await here.alice.user.slash("ask", question="when does it open")).response
        assert first
        assert first.embeds[0].title == "When does the bridge open?"
        sure = (await here.alice.user.click(first.message, label="How sure")).response
        assert sure
        assert sure.ephemeral
        again = (await here.alice.user.slash("ask", question="when does it open")).response
        assert again
        assert f"/channels/@me/{first.channel_id}/{first.id}" in str(again.embeds[0].description)


async def test_a_person_brings_the_bot_to_any_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a server that the bot is no member of, commands, private answers and their buttons work."""
    elsewhere(monkeypatch, to_foreign_server)
    async with world() as here:
        shown = (await here.alice.slash(here.channel, "ask", question="when does it open", private=True)).response
        assert shown
        assert shown.ephemeral
        assert labels(shown)[-1] == "Share with everyone"
        why = (await here.alice.click(shown.message, label="Why this answer")).response
        assert why
        assert why.embeds[0].author.name == "🔎 Why this answer"
        assert (await here.alice.slash(here.channel, "topics")).response
