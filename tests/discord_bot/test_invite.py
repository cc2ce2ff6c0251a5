"""The links that add the bot, from nothing but its token."""

from __future__ import annotations

import pytest

from bot.discord_bot.invite import invitation
from bot.errors import DiscordError
from bot.settings import Settings
from tests.wire.exchange import Fault
from tests.wire.server import Loopback, loopback


def settings(server: Loopback, token: str | None = "a.b.c") -> Settings:  # noqa: S107 - no token of anybody's
    """Settings that lead to the test's own Discord."""
    return Settings(_env_file=None, discord_token=token, discord_api_url=server.api)


async def test_discord_says_whose_the_token_is() -> None:
    """The application's id comes from Discord; a server grants five rights, an account none."""
    async with loopback(Loopback()) as server:
        found = await invitation(settings(server))
    assert found.server == (
        "https://discord.com/oauth2/authorize?client_id=22&integration_type=0"
        "&scope=bot+applications.commands&permissions=274877991936"
    )
    assert found.person == (
        "https://discord.com/oauth2/authorize?client_id=22&integration_type=1&scope=applications.commands"
    )


@pytest.mark.parametrize(
    ("server", "token", "said"),
    [
        (Loopback(), None, "There is no Discord token"),
        (Loopback(faults=[Fault("/users/@me", 401)]), "a.b.c", "Discord refused the token"),
        (Loopback(faults=[Fault("/users/@me", 403)]), "a.b.c", "it answers 403"),
        (Loopback(faults=[Fault("/users/@me", page="<p>hello</p>")]), "a.b.c", "check the network and DISCORD_API_URL"),
        (Loopback(), "a\nb", "check the network and DISCORD_API_URL"),
    ],
)
async def test_what_goes_wrong_is_one_sentence(server: Loopback, token: str | None, said: str) -> None:
    """No token, a refused one, and an address that is not Discord's are said, with what to do."""
    async with loopback(server):
        with pytest.raises(DiscordError, match=said):
            await invitation(settings(server, token))
