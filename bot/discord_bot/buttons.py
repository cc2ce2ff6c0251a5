"""The buttons under a reply: questions to tap, what to ask on of an answer, and why it came out so."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Self, get_args

import discord
from discord.ui import Button, View

from bot.answering.followup import Aspect
from bot.discord_bot import settling
from bot.discord_bot.deletion import Delete
from bot.discord_bot.persistent import QUIET, Persistent, key, view_of
from bot.discord_bot.sharing import Share
from bot.model.reply import Answer, Clarify, Correct, Decline
from bot.render import limits
from bot.render.embed import NEAREST, OPTIONS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from bot.answering.answerer import Answerer
    from bot.discord_bot.client import FootnoteBot
    from bot.model.reply import Option, Related, Reply

    Click = discord.Interaction[FootnoteBot]

LABELS: dict[Aspect, str] = {
    "who": "Who said it",
    "words": "Exact words",
    "sure": "How sure",
    "when": "When",
    "source": "Source",
}
"""What each follow-up is called."""
_UNDER: tuple[Aspect, ...] = ("who", "words", "sure", "when")  # the source itself stands in every footnote


class Ask(Persistent[Button[View]], template=r"fn:ask:(?P<key>[\s\S]+)"):
    """A curated question to tap: an option of "Did you mean", or one to read on with."""

    def __init__(self, key: str, label: str = "…", style: discord.ButtonStyle = discord.ButtonStyle.primary) -> None:
        super().__init__(Button(label=limits.cut(label, limits.LABEL) or "…", style=style, custom_id=f"fn:ask:{key}"))
        self.key = key

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this entry."""
        return cls(match["key"], label or "…")

    async def act(self, interaction: Click) -> None:
        """Answer with the curated answer of the entry."""
        await interaction.client.recall(interaction, self.key)


class Again(Persistent[Button[View]], template=r"fn:again:(?P<key>[\s\S]+)"):
    """An answer that stands above already, once more for whoever clicks."""

    def __init__(self, key: str) -> None:
        super().__init__(Button(label="Show it to me here", style=QUIET, custom_id=f"fn:again:{key}"))
        self.key = key

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this entry."""
        del label
        return cls(match["key"])

    async def act(self, interaction: Click) -> None:
        """Answer to this person alone."""
        await interaction.client.recall(interaction, self.key, private=True)


class Follow(Persistent[Button[View]], template=r"fn:(?P<aspect>who|when|source|words|sure):(?P<key>[\s\S]+)"):
    """A follow-up to an answer: who said it, when, the source, the exact words, how sure."""

    def __init__(self, aspect: Aspect, key: str) -> None:
        super().__init__(Button(label=LABELS[aspect], style=QUIET, custom_id=f"fn:{aspect}:{key}"))
        self.aspect, self.key = aspect, key

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this aspect and entry."""
        del label
        aspect: Aspect = next(aspect for aspect in get_args(Aspect) if aspect == match["aspect"])
        return cls(aspect, match["key"])

    async def act(self, interaction: Click) -> None:
        """Answer with this aspect of the entry, to the person who clicked."""
        await interaction.client.follow_up(interaction, self.key, self.aspect)


class More(Persistent[Button[View]], template=r"fn:(?P<what>related|why):(?P<key>[\s\S]*)"):
    """What lies near an answer, or why it came out so; without an entry, why there is none."""

    def __init__(self, what: str, key: str = "") -> None:
        label = "Related" if what == "related" else "Why this answer"
        super().__init__(Button(label=label, style=QUIET, custom_id=f"fn:{what}:{key}"))
        self.what, self.key = what, key

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this entry."""
        del label
        return cls(match["what"], match["key"])

    async def act(self, interaction: Click) -> None:
        """Tell the person who clicked."""
        if self.what == "why":
            await interaction.client.explain(interaction, self.key)
        else:
            await interaction.client.read_on(interaction, self.key)


class Neither(Persistent[Button[View]], template=r"fn:none"):
    """None of the offered questions was meant."""

    def __init__(self, label: str = "None of these") -> None:
        super().__init__(Button(label=label, style=QUIET, custom_id="fn:none"))

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button; it has no state."""
        del match
        return cls(label or "…")

    async def act(self, interaction: Click) -> None:
        """Say what else to try."""
        await settling.neither(interaction)


KINDS: tuple[type[Persistent[Any]], ...] = (Ask, Again, Follow, More, Neither, Share, Delete)


def entry_of(answerer: Answerer, key_: str) -> str | None:
    """Find the id that a button's key stands for: long ids travel as a hash."""
    if not key_.startswith("~"):
        return key_
    ids = [[entry.id for entry in pack.entries] + [fact.id for fact in pack.facts] for pack in answerer.packs]
    return next((entry for entry in chain.from_iterable(ids) if key(entry) == key_), None)


def view(reply: Reply, asker: int, *, hidden: bool = False) -> View | None:
    """Give the buttons under a reply: to share it where it is `hidden`, else to delete it; a mere greeting has none."""
    if isinstance(reply, Decline) and reply.reason == "not_a_question":
        return None
    return view_of([*_about(reply), Share() if hidden else Delete(asker)])


def shared() -> View | None:
    """Give the button that shares what one person saw."""
    return view_of([Share()])


def again(entry: str) -> View | None:
    """Give the button that shows an answer which stands above already."""
    return view_of([Again(key(entry))])


def questions(near: Iterable[Option | Related]) -> View | None:
    """Give curated questions to tap."""
    return view_of(_options(near)[:5])


def by_number(near: Sequence[Option | Related]) -> View | None:
    """Give the numbers under which a card lists questions, to tap."""
    return view_of(_numbered(near))


def _about(reply: Reply) -> list[Persistent[Any]]:
    match reply:
        case Answer() | Correct():
            name = key(reply.entry)
            follow: list[Persistent[Any]] = [Follow(aspect, name) for aspect in _UNDER]
            related = [More("related", name)] if reply.trace.related else []
            return [*follow, *related, More("why", name)]
        case Clarify(options=(only,)):
            return [Ask(key(only.entry), "Yes"), Neither("No")]
        case Clarify():
            return [*_options(reply.options[:OPTIONS]), Neither()]
        case Decline():
            return [*_numbered(reply.trace.related[:NEAREST]), More("why")]


def _options(options: Iterable[Option | Related]) -> list[Ask]:
    return [Ask(key(option.entry), limits.clean(option.question)) for option in options]


def _numbered(near: Sequence[Option | Related]) -> list[Ask]:
    """Give questions by the numbers under which a card lists them."""
    return [Ask(key(one.entry), str(number), QUIET) for number, one in enumerate(near, start=1)]
