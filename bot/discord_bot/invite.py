"""The links by which the bot is added to a server, or to one's own account: Discord says whose the token is."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.discord_bot.elsewhere import api_at
from bot.errors import DiscordError

if TYPE_CHECKING:
    from bot.settings import Settings

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    read_message_history=True,
)
"""What the bot needs of a server: to read what mentions it and to answer by cards, as replies, also in threads."""

NO_TOKEN = "There is no Discord token to invite: set DISCORD_TOKEN or DISCORD_TOKEN_FILE."  # noqa: S105 - a sentence
REFUSED = "Discord refused the token: copy it anew from the Bot page of the Developer Portal into DISCORD_TOKEN."
UNREACHED = "Discord can't be asked whose the token is ({reason}): check the network and DISCORD_API_URL."
_AUTHORIZE = "https://discord.com/oauth2/authorize"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is invited, and the links: to a server, and to one's own account."""

    name: str
    server: str
    person: str
    public: bool


async def invitation(settings: Settings) -> Invitation:
    """Ask Discord for the application of the token; raises DiscordError where there is none or it is refused."""
    token = settings.token()
    if not token:
        raise DiscordError(NO_TOKEN)
    try:
        with api_at(settings.discord_api_url):
            async with discord.Client(intents=discord.Intents.none()) as client:
                await client.login(token)
                application = await client.application_info()
    except discord.LoginFailure:
        raise DiscordError(REFUSED) from None
    except discord.HTTPException as error:
        refused = error.status == HTTPStatus.UNAUTHORIZED
        raise DiscordError(REFUSED if refused else UNREACHED.format(reason=f"it answers {error.status}")) from None
    except (OSError, aiohttp.ClientError, ValueError, KeyError, TypeError) as error:
        raise DiscordError(UNREACHED.format(reason=type(error).__name__)) from None
    return Invitation(application.name, _server(application.id), _person(application.id), application.bot_public)


def _server(application: int) -> str:
    scopes = "integration_type=0&scope=bot+applications.commands"
    return f"{_AUTHORIZE}?client_id={application}&{scopes}&permissions={PERMISSIONS.value}"


def _person(application: int) -> str:
    return f"{_AUTHORIZE}?client_id={application}&integration_type=1&scope=applications.commands"
