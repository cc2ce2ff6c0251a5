"""The cards for curators: what is loaded, and what is wrong with a changed pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import AMBER, BLUE, Card
from bot.render.pages import dated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.entries import Pack

_PROBLEMS = 5


def loaded(packs: Sequence[Pack]) -> dict[str, object]:
    """What each loaded pack holds, and when it is due for review."""
    return Card(label="🗂️ Loaded", color=BLUE, description="\n\n".join(map(_loaded, packs))).build()


def broken(problem: str) -> dict[str, object]:
    """The saved pack can't be loaded, its first problems, and what goes on meanwhile."""
    found = [line for line in problem.splitlines() if line.strip()]
    shown = [f"• {limits.escape(limits.clean(line), 300)}" for line in found[:_PROBLEMS]]
    left = [f"and {len(found) - _PROBLEMS} more"] if len(found) > _PROBLEMS else []
    return Card(
        label="⚠️ The changed pack can't be loaded",
        color=AMBER,
        description="\n".join([*shown, *left]),
        footer="The last good version goes on answering. Mend these lines and ask again.",
    ).build()


def _loaded(pack: Pack) -> str:
    counts = {"answers": pack.entries, "facts": pack.facts, "gaps": pack.gaps, "terms": pack.terms}
    held = ", ".join(f"{len(things)} {name}" for name, things in counts.items())
    told = [
        f"**{limits.escape(limits.clean(pack.title), 200)}**",
        f"{held} · `{pack.id}@{pack.content_hash[:8]}`",
        limits.escape(dated(pack), 100),
    ]
    return "\n".join(filter(None, told))
