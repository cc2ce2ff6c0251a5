"""A text held against the report, sentence by sentence, as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.render import limits
from bot.render.card import BLUE, Card, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.check import Checked, Finding, Verdict

_PAGE: Final = 8
_PASSAGES: Final = 4
_MARKS: Final[dict[Verdict, str]] = {
    "supported": "✅ Supported",
    "otherwise": "⚠️ The report says otherwise",
    "hedge_lost": "≈ Hedge lost",
    "unmatched": "⚪ Could not be matched",
    "not_covered": "⛔ Not covered",
}


def cards(found: Checked) -> list[dict[str, object]]:
    """What the report says of a text, eight sentences a card; the last says how much was not looked at."""
    pages = [found.findings[at : at + _PAGE] for at in range(0, max(1, len(found.findings)), _PAGE)]
    left = [""] * (len(pages) - 1) + [_left(found)]
    return [_card(page, number * _PAGE, more) for number, (page, more) in enumerate(zip(pages, left, strict=True))]


def _card(found: Sequence[Finding], before: int, more: str) -> dict[str, object]:
    count = [
        f"{sum(one.verdict == verdict for one in found)} {_MARKS[verdict].partition(' ')[2]}" for verdict in _MARKS
    ]
    told = " · ".join(count) if found else "There is no sentence in it that could be held against the report."
    return Card(
        label="🔍 Held against the report" + (f" · from sentence {before + 1}" if before else ""),
        color=BLUE,
        description="\n".join(filter(None, (told, more))),
        fields=tuple(_field(one) for one in found),
        footer="Only you see this. Words were compared with curated answers: read the passages before you rely on it.",
    ).build()


def _left(found: Checked) -> str:
    """What was not looked at: sentences beyond the most, and what is too short or asks."""
    left, scraps = found.left, found.scraps
    told = [
        f"{left} more {'sentence was' if left == 1 else 'sentences were'} not looked at." if left else "",
        f"{scraps} {'question or short piece was' if scraps == 1 else 'questions or short pieces were'} not looked at."
        if scraps
        else "",
    ]
    return "\n".join(filter(None, told))


def _field(one: Finding) -> Field:
    passages = ", ".join(f"¶{number}" for number in one.paragraphs[:_PASSAGES])
    where = f": read {passages}" if one.verdict == "unmatched" else f" · {passages}"
    name = f"{_MARKS[one.verdict]}{where if passages else ''}"
    quoted, says = (limits.escape(limits.clean(text), room) for text, room in ((one.sentence, 140), (one.says, 240)))
    return Field(name, "\n".join(filter(None, (f"> {quoted}", says, limits.link("Open the passage", one.url or "")))))
