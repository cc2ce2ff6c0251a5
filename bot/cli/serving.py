"""`run` and `preview`: the bot on Discord, and the same bot in a local page."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli.options import Knowledge, settings
from bot.errors import DiscordError

if TYPE_CHECKING:
    from bot.settings import Settings

_TOKEN: Final = ("discord_token", "discord_token_file")
_DISCORD: Final = (
    *("discord_api_url", "discord_gateway_url", "health_port", "log_level"),
    *("cooldown_seconds", "repeat_minutes", "private_channels"),
)
Port = Annotated[
    int | None,
    typer.Option(
        "--port", metavar="PORT", min=0, max=65535, help="The page's port; 0: any that is free; default: PREVIEW_PORT."
    ),
]
OrPreview = Annotated[bool, typer.Option("--or-preview", help="Open the preview instead where no token is set.")]

Patient = Annotated[
    bool, typer.Option("--patient", help="Seek a Discord that can't be reached for ever; default: half a minute.")
]


def run(or_preview: OrPreview = False, patient: Patient = False, knowledge: Knowledge = None) -> None:  # noqa: FBT002 - flags
    """Run the bot on Discord."""
    if or_preview and not settings(knowledge, *_TOKEN).token():
        preview(knowledge=knowledge)
    else:
        _connect(settings(knowledge, *_TOKEN, *_DISCORD), patient=patient)


def preview(port: Port = None, knowledge: Knowledge = None) -> None:
    """Show the bot in a page of your browser: no token, no network."""
    chosen = settings(knowledge, "log_level", *(["preview_port"] if port is None else []))
    _open_page(chosen, chosen.preview_port if port is None else port)


def _connect(chosen: Settings, *, patient: bool) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit(0))  # asked to stop before there is anything to close
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # asked to take up changes before anything is read
    from bot.app import Desk  # noqa: PLC0415 - the engine is heavy
    from bot.discord_bot import connect, faults  # noqa: PLC0415 - discord too

    if not chosen.token():
        raise DiscordError(faults.NONE_SET)  # before anything is learnt
    connect.run(Desk.at(chosen, patient=False), chosen, patient=patient)


def _open_page(chosen: Settings, port: int) -> None:
    from bot.app import Desk  # noqa: PLC0415
    from bot.preview import serve  # noqa: PLC0415

    serve(Desk.at(chosen, patient=False), chosen, port)  # the address is there at once, whatever is still to be learnt


COMMANDS = (
    ("run", run, "DISCORD_TOKEN=… footnote run"),
    ("preview", preview, "footnote preview\n\nfootnote preview --port 9000 --knowledge my-pack"),
)
