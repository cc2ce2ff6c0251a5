"""Components whose whole state is their custom_id, so that they work after a restart, for ever."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any, Self, TypeVar

import discord
from discord.ui import Button, DynamicItem, Select, View

from bot.discord_bot.apology import apologise
from bot.render import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.discord_bot.client import FootnoteBot

    Click = discord.Interaction[FootnoteBot]

Form = TypeVar("Form", Button[View], Select[View])

QUIET = discord.ButtonStyle.secondary
_KEY = 64
_PLAIN = re.compile(r"\w[\w.-]*")


class Persistent(DynamicItem[Form], template=r"fn:[^\s\S]"):
    """A component that answers each use, with an apology if need be; kinds of it say how in `act`."""

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the component that a custom_id stands for; `label` is what stands on it."""
        raise NotImplementedError

    @classmethod
    async def from_custom_id(cls, _: Click, item: discord.ui.Item[Any], match: re.Match[str]) -> Self:  # type: ignore[override]
        """Rebuild the component from what its custom_id says."""
        return cls.revived(match, getattr(item, "label", None))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a use."""
        try:
            await self.act(interaction)
        except Exception as error:  # noqa: BLE001 - whatever fails, the person who clicked hears of it
            await apologise(interaction, error)

    async def act(self, interaction: Click) -> None:
        """Do what this kind of component does."""
        raise NotImplementedError


Kind = type[Persistent[Any]]


def revive(custom_id: str, label: str | None, kinds: Iterable[Kind]) -> Persistent[Any] | None:
    """Give the component of a message that one of these kinds made; None for any other."""
    for kind in kinds:
        if match := kind.__discord_ui_compiled_template__.fullmatch(custom_id):
            return kind.revived(match, label)
    return None


def components(message: discord.Message, kinds: Iterable[Kind]) -> list[Persistent[Any]]:
    """Give the buttons of a message of ours, revived."""
    known = tuple(kinds)
    rows = [row.children for row in message.components if isinstance(row, discord.ActionRow)]
    found = [
        revive(item.custom_id, item.label, known)
        for row in rows
        for item in row
        if isinstance(item, discord.Button) and item.custom_id
    ]
    return [item for item in found if item]


def chosen(interaction: Click) -> str:
    """Give the one value that was chosen in a select; empty where the client sent none."""
    data: Mapping[str, Any] = interaction.data or {}
    return str(next(iter(data.get("values", ())), ""))


def key(name: str) -> str:
    """Give the short form of an id that fits a custom_id: the id itself, or a hash of a long one."""
    return name if limits.units(name) <= _KEY and _PLAIN.fullmatch(name) else "~" + digest(name)


def digest(name: str, size: int = 12) -> str:
    """Give a hash of a name, two letters a byte."""
    return hashlib.blake2s(name.encode(errors="surrogatepass"), digest_size=size).hexdigest()


def view_of(items: Iterable[Persistent[Any]]) -> View | None:
    """Give the components of one message, each custom_id once; None where there are none."""
    unique = {item.custom_id: item for item in items}
    if not unique:
        return None
    made = View(timeout=None)
    for item in unique.values():
        made.add_item(item)
    return made
