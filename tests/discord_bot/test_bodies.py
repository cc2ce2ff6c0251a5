"""What we send is what Discord takes: every command, and the buttons under any reply."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from bot.discord_bot import buttons
from bot.discord_bot.commands import COMMANDS
from tests.discord_bot.bodies import DESCRIPTION, components, refused
from tests.discord_bot.desks import FakeDesk
from tests.discord_bot.worlds import bot, world
from tests.render import replies

if TYPE_CHECKING:
    from bot.model.reply import Reply


async def test_the_api_description_is_at_hand() -> None:
    """Every body of these tests is checked against Discord's own description; this test skips where it is absent."""
    if not DESCRIPTION.exists():
        pytest.skip(f"no API description at {DESCRIPTION}: bodies are checked by the stricter rules alone")
    async with world() as here:
        written = [entry for entry in here.env.http_requests if entry.method == "PUT"]
        assert refused(written) == []
        broken = SimpleNamespace(method="PUT", path=written[0].path, json=[{"name": 5, "description": "Ask"}])
        assert "5 is not of type 'string'" in refused([broken])[0]  # type: ignore[list-item]


def test_every_command_belongs_everywhere_but_the_curators() -> None:
    """Commands are installed to servers and people, for servers, direct messages and groups; two to servers alone."""
    ours = {command.name: command.to_dict(bot(FakeDesk()).tree) for command in COMMANDS}
    pack, reload = ours.pop("pack"), ours.pop("reload")
    assert all(
        set(each["contexts"]) == {0, 1, 2} and set(each["integration_types"]) == {0, 1} for each in ours.values()
    )
    assert all(each["default_member_permissions"] is None for each in ours.values())
    assert (pack["contexts"], pack["integration_types"], pack["default_member_permissions"]) == ([0], [0], 1 << 5)
    assert (reload["contexts"], reload["integration_types"], reload["default_member_permissions"]) == ([0], [0], 0)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reply=replies.replies)
def test_discord_takes_the_buttons_of_any_reply(reply: Reply) -> None:
    """Labels, custom_ids and rows of any reply's buttons keep Discord's limits, shown to all or to one."""

    async def made() -> None:
        for hidden in (False, True):
            view = buttons.view(reply, 2**63, hidden=hidden)
            assert components(view.to_components() if view else []) == []  # type: ignore[arg-type]

    asyncio.run(made())
