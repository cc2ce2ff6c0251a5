"""A card on its way to Discord: the parts of an embed, fitted into Discord's room when built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.render import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GREEN, BLUE, AMBER, GREY = 0x2E8B57, 0x3B6FD4, 0xD98E04, 0x6B7280
"""What stands, what informs, what warns, and what is not there: each card says so by its symbol and words, too."""
_BLANK = "—"  # Discord refuses an empty name or value


@dataclass(frozen=True, slots=True)
class Field:
    """One named part of a card; name and value are markdown that is already escaped."""

    name: str
    value: str

    @property
    def size(self) -> int:
        """UTF-16 units that it takes of the card's total."""
        return limits.units(self.name) + limits.units(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card shows; `label` names its kind in words and symbol, `footer` is plain text."""

    label: str
    color: int
    description: str
    title: str = ""
    fields: tuple[Field, ...] = ()
    footer: str = ""

    def build(self) -> dict[str, object]:
        """The embed as Discord takes it: every part within its limit, and all together within 6000 units."""
        title, footer = limits.cut(self.title, limits.TITLE), limits.cut(self.footer, 500)
        description = limits.cut(self.description.strip(), 3000) or _BLANK
        room = limits.TOTAL - sum(map(limits.units, (self.label, title, description, footer)))
        card: dict[str, object] = {
            "author": {"name": limits.cut(self.label, limits.AUTHOR)},
            "color": self.color,
            "description": description,
            "fields": _fields(self.fields, room),
        }
        return card | ({"title": title} if title else {}) | ({"footer": {"text": footer}} if footer else {})


def together(cards: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Cards of one message, within the 6000 units that Discord grants them together: the longest gives way."""
    fitted = [dict(card) for card in cards]
    while sum(map(_size, fitted)) > limits.TOTAL:
        longest = max(fitted, key=_size)
        if longest.get("fields"):
            longest["fields"] = longest["fields"][:-1]
        else:
            longest["description"] = limits.cut(longest["description"], limits.units(longest["description"]) // 2)
    return fitted


def _size(card: Mapping[str, Any]) -> int:
    parts = (card.get("title", ""), card["description"], card["author"]["name"], card.get("footer", {}).get("text", ""))
    named = (text for field in card.get("fields", ()) for text in (field["name"], field["value"]))
    return sum(map(limits.units, (*parts, *named)))


def _fields(fields: tuple[Field, ...], room: int) -> list[dict[str, object]]:
    """As many fields, in order, as there is room for; one too long loses its last lines, never half of a link."""
    built: list[dict[str, object]] = []
    for field in map(_fitted, fields[: limits.FIELDS]):
        room -= field.size
        if room < 0:
            break
        built.append({"name": field.name, "value": field.value, "inline": False})
    return built


def _fitted(field: Field) -> Field:
    kept: list[str] = []
    for line in field.value.split("\n"):
        if limits.units("\n".join([*kept, line])) > limits.FIELD_VALUE:
            break
        kept.append(line)
    value = "\n".join(kept).strip()
    return Field(limits.cut(field.name.strip(), limits.FIELD_NAME) or _BLANK, value or _BLANK)
