"""A text held against the report, sentence by sentence, as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import Card, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.check import Finding, Verdict

_BLUE = 0x3B6FD4
_MARKS: dict[Verdict, str] = {
    "supported": "✅ Supported",
    "otherwise": "⚠️ The report says otherwise",
    "hedge_lost": "≈ Hedge lost",
    "not_covered": "⛔ Not covered",
}


def checked(found: Sequence[Finding], before: int = 0, left: int = 0) -> dict[str, object]:
    """Each sentence with what the report says of it; `before` counts those of cards before, `left` those left out."""
    count = [
        f"{sum(one.verdict == verdict for one in found)} {_MARKS[verdict].partition(' ')[2]}" for verdict in _MARKS
    ]
    more = f"\n{left} more sentences were not looked at." if left else ""
    told = " · ".join(count) + more if found else "There is no sentence in it that could be held against the report."
    return Card(
        label="🔍 Held against the report" + (f" · from sentence {before + 1}" if before else ""),
        color=_BLUE,
        description=told,
        fields=tuple(_field(one) for one in found),
        footer="Only you see this. Words were compared with curated answers: read the passages before you rely on it.",
    ).build()


def _field(one: Finding) -> Field:
    where = ", ".join(f"¶{number}" for number in one.paragraphs[:4])
    name = f"{_MARKS[one.verdict]}{f' · {where}' if where else ''}"
    quoted, says = (limits.escape(limits.clean(text), room) for text, room in ((one.sentence, 140), (one.says, 240)))
    return Field(name, "\n".join(filter(None, (f"> {quoted}", says, limits.link("Open the passage", one.url or "")))))
