"""Buttons whose whole state is their custom_id, so that they work after a restart, for ever."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Self, get_args

import discord
from discord.ui import Button, DynamicItem, View

from bot.answering.followup import Aspect
from bot.discord_bot.apology import apologise, whisper
from bot.model.reply import Answer, Clarify, Correct, Decline, Reply
from bot.render import limits
from bot.render.embed import NEAREST

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from bot.discord_bot.client import FootnoteBot
    from bot.model.reply import Option, Related

    Click = discord.Interaction[FootnoteBot]

VANISHED = "That answer is no longer in the report's pack. Ask once more with `/ask`, in your own words."
NONE_OF_THESE = "Then there is no curated answer close to it. Try other words, a name or a place, or see `/topics`."
OUTDATED = "This button is from an older version of me. Ask once more with `/ask`."
_LABELS: dict[Aspect, str] = {
    "who": "Who said it",
    "when": "When",
    "source": "Source",
    "words": "Exact words",
    "sure": "How sure",
}
_QUIET = discord.ButtonStyle.secondary
_KEY = 64
_RELATED = 3


class _Persistent(DynamicItem[Button[View]], template=r"fn:[^\s\S]"):
    """A button that answers each click, with an apology if need be; kinds of it say how in `act`."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a click."""
        try:
            await self.act(interaction)
        except Exception as error:  # noqa: BLE001 - whatever fails, the person who clicked hears of it
            await apologise(interaction, error)

    async def act(self, interaction: Click) -> None:
        """Do what this kind of button does."""
        raise NotImplementedError


class Ask(_Persistent, template=r"fn:ask:(?P<key>[\s\S]+)"):
    """A curated question to tap: an option of "Did you mean", or one to read on with."""

    def __init__(self, key: str, label: str = "…", style: discord.ButtonStyle = discord.ButtonStyle.primary) -> None:
        super().__init__(Button(label=limits.cut(label, limits.LABEL) or "…", style=style, custom_id=f"fn:ask:{key}"))
        self.key = key

    @classmethod
    async def from_custom_id(cls, _: Click, item: discord.ui.Item[Any], match: re.Match[str]) -> Self:  # type: ignore[override]
        """Rebuild the button from what its custom_id says."""
        return cls(match["key"], getattr(item, "label", None) or "…")

    async def act(self, interaction: Click) -> None:
        """Answer with the curated answer of the entry."""
        await interaction.client.recall(interaction, self.key)


class Follow(_Persistent, template=r"fn:(?P<aspect>who|when|source|words|sure):(?P<key>[\s\S]+)"):
    """A follow-up to an answer: who said it, when, the source, the exact words, how sure."""

    def __init__(self, aspect: Aspect, key: str) -> None:
        super().__init__(Button(label=_LABELS[aspect], style=_QUIET, custom_id=f"fn:{aspect}:{key}"))
        self.aspect, self.key = aspect, key

    @classmethod
    async def from_custom_id(cls, _: Click, __: discord.ui.Item[Any], match: re.Match[str]) -> Self:  # type: ignore[override]
        """Rebuild the button from what its custom_id says."""
        aspect: Aspect = next(aspect for aspect in get_args(Aspect) if aspect == match["aspect"])
        return cls(aspect, match["key"])

    async def act(self, interaction: Click) -> None:
        """Answer with this aspect of the entry, to the person who clicked."""
        await interaction.client.follow_up(interaction, self.key, self.aspect)


class Neither(_Persistent, template=r"fn:none"):
    """None of the offered questions was meant."""

    def __init__(self) -> None:
        super().__init__(Button(label="None of these", style=_QUIET, custom_id="fn:none"))

    @classmethod
    async def from_custom_id(cls, _: Click, __: discord.ui.Item[Any], ___: re.Match[str]) -> Self:  # type: ignore[override]
        """Rebuild the button; it has no state."""
        return cls()

    async def act(self, interaction: Click) -> None:
        """Say what else to try."""
        await whisper(interaction, NONE_OF_THESE)


KINDS = (Ask, Follow, Neither)


def is_ours(custom_id: str) -> bool:
    """Whether one of our kinds of button answers this custom_id."""
    return any(kind.__discord_ui_compiled_template__.fullmatch(custom_id) for kind in KINDS)


def key(entry: str) -> str:
    """Give the short form of an entry's id that fits a custom_id: the id itself, or a hash of a long one."""
    if len(entry) <= _KEY and not entry.startswith("~"):
        return entry
    return "~" + hashlib.blake2s(entry.encode(errors="surrogatepass"), digest_size=12).hexdigest()


def view(reply: Reply) -> View | None:
    """Give the buttons under a reply, if it has any."""
    match reply:
        case Answer() | Correct():
            follow = [Follow(aspect, key(reply.entry)) for aspect in _LABELS]
            return _view([*follow, *_related(reply.trace.related)])
        case Clarify():
            return _view([*_options(reply.options), Neither()])
        case Decline():
            # The card lists the questions by number.
            listed = enumerate(reply.trace.related[:NEAREST], start=1)
            return _view([Ask(key(near.entry), str(number), _QUIET) for number, near in listed])


def examples(options: Iterable[Option]) -> View | None:
    """Give curated questions to try."""
    return _view(_options(options))


def _options(options: Iterable[Option]) -> list[Ask]:
    return [Ask(key(option.entry), limits.clean(option.question)) for option in options][:5]


def _related(related: Sequence[Related]) -> list[Ask]:
    return [Ask(key(near.entry), limits.clean(near.question), _QUIET) for near in related[:_RELATED]]


def _view(items: Iterable[_Persistent]) -> View | None:
    unique = {item.custom_id: item for item in items}
    if not unique:
        return None
    made = View(timeout=None)
    for item in unique.values():
        made.add_item(item)
    return made
