"""Words that nothing in the answer accounts for: one such word is often the whole question."""

from __future__ import annotations

from bot.matching.guards.conflict import Conflict, Considered

MOST = 0.5  # share of a question's weight that may be unaccounted for; see Policy


def unaccounted(considered: Considered) -> Conflict | None:
    """More than half of a question's weight in words that the candidate has nowhere."""
    content = {token.key: token for token in considered.read if token.content}
    strange = {k: t for k, t in content.items() if not considered.account.holds(t, considered.without)}
    total = sum(map(considered.weigh, content))
    if not strange or sum(map(considered.weigh, strange)) <= MOST * total:
        return None
    words = tuple(token.surface for token in strange.values())
    return Conflict("unaccounted", words, f"nothing there accounts for “{'”, “'.join(words[:3])}”", premise=False)
