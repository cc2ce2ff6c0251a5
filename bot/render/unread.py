"""What stands behind a cited source and was not read by the curators: said under every footnote that leans on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model.entries import Pack
    from bot.model.reply import Footnote

_LEANING = ("assessment", "report")


def unread(citations: Iterable[Footnote], packs: Sequence[Pack]) -> str:
    """One sentence for the first cited source that reports on something unread; empty where there is none."""
    for footnote in citations:
        for pack in packs if footnote.basis in _LEANING else ():
            source = pack.sources.get(footnote.source)
            behind = pack.sources.get(source.reports_on or "") if source else None
            if source and behind and not behind.read:
                return limits.cut(
                    limits.clean(f"We have read the {source.kind}, not the {behind.kind} behind it."), 200
                )
    return ""
