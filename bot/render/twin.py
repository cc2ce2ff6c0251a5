"""A card as plain text, for channels where a bot may not embed: the same words, the receipt never cut away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.render import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_MASKED = re.compile(r"(?<!\\)\]\((https?://[^\s()]+)\)")


def twin(cards: Iterable[Mapping[str, Any]], limit: int = limits.CONTENT) -> str:
    """The cards' text as the content of a message, at most `limit` units; what doesn't fit goes from the end."""
    told = list(cards)
    end = "\n".join(filter(None, (_footer(card) for card in told)))
    room = limit - limits.units(end) - 1
    kept: list[str] = []
    for block in (block for card in told for block in _blocks(card)):
        whole = "\n\n".join([*kept, block])
        if limits.units(whole) > room:
            break
        kept.append(block)
    body = "\n\n".join(kept) or limits.cut("\n\n".join(_blocks(told[0])) if told else "", room)
    return f"{body}\n{end}" if end else body


def _blocks(card: Mapping[str, Any]) -> Iterator[str]:
    """The parts of a card, in order, each with links that open no preview."""
    head = [f"**{limits.escape(card['author']['name'], 256)}**", f"__{card['title']}__" if card.get("title") else ""]
    yield "\n".join(filter(None, head))
    yield from filter(None, _plain(card["description"]).split("\n\n"))
    for field in card.get("fields", ()):
        yield _plain(f"**{field['name']}**\n{field['value']}")


def _plain(text: str) -> str:
    return _MASKED.sub(r"](<\1>)", text)


def _footer(card: Mapping[str, Any]) -> str:
    text = card.get("footer", {}).get("text", "")
    return "\n".join(f"-# {limits.escape(line, 300)}" for line in text.splitlines()[-3:])
