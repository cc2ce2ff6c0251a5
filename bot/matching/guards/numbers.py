"""Numbers: a figure or year that the answer does not give."""

from __future__ import annotations

from bot.matching.guards.conflict import Conflict, Considered


def numbers(considered: Considered) -> Conflict | None:
    """A number in the question that the candidate has nowhere."""
    strange = [t for t in considered.read if t.word[:1].isdigit() and not considered.account.holds(t, considered.without)]
    if not strange:
        return None
    words = tuple(token.surface for token in strange)
    return Conflict("numbers", words, f"“{words[0]}” is not a figure given there", premise=True)
