"""How an answer goes back by an interaction: who sees it, also after "thinking …"."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bot.discord_bot.doors import InteractionDoor


class Interaction:
    """An interaction in a server that keeps what it is told, in order."""

    guild_id, channel_id, user = 1, 2, SimpleNamespace(id=3)
    app_permissions = SimpleNamespace(embed_links=True)

    def __init__(self) -> None:
        self.told: list[tuple[str, bool | None]] = []
        self.response = self.followup = self

    def is_done(self) -> bool:
        """Whether there was a first response."""
        return bool(self.told)

    async def defer(self, *, ephemeral: bool, thinking: bool) -> None:
        """Think, as seen by all or by one."""
        assert thinking
        self.told.append(("think", ephemeral))

    async def delete_original_response(self) -> None:
        """Take the first response away."""
        self.told.append(("delete", None))

    async def send(self, *, ephemeral: bool, **sent: Any) -> Any:  # noqa: ANN401 - discord.py's own form
        """Say something, as seen by all or by one."""
        self.told.append(("say", ephemeral))
        return SimpleNamespace(id=sent["wait"])


@pytest.mark.parametrize(
    ("hidden", "shy", "alone", "expected"),
    [
        (False, False, False, [("think", False), ("say", False)]),
        (False, False, True, [("think", False), ("delete", None), ("say", True)]),
        (False, True, True, [("think", True), ("say", True)]),
        (False, True, False, [("think", True), ("delete", None), ("say", False)]),
        (True, False, False, [("think", True), ("say", True)]),
    ],
)
async def test_what_follows_thinking_is_seen_by_whom_it_is_for(
    hidden: bool,  # noqa: FBT001 - a table
    shy: bool,  # noqa: FBT001
    alone: bool,  # noqa: FBT001
    expected: list[tuple[str, bool | None]],
) -> None:
    """What takes the place of "thinking …" is seen by whoever saw that; where that is wrong, it goes first."""
    interaction = Interaction()
    door = InteractionDoor(interaction, hidden=hidden, shy=shy)  # type: ignore[arg-type]
    await door.acknowledge()
    await door.say({}, alone=alone)
    await door.say({})
    assert [*expected, ("say", hidden)] == interaction.told
