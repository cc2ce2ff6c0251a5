"""Numbers: a figure or year that the answer does not give."""

from __future__ import annotations

from bot.matching.guards.conflict import Conflict, Considered


def numbers(considered: Considered) -> Conflict | None:
    """A number in the question that the candidate has nowhere; `two` only pairs things off."""
    strange = [
        token
        for before, token in zip([None, *considered.read], considered.read, strict=False)
        if token.word.isdigit()
        and token.surface.casefold() != "two"
        and not considered.account.holds(token, considered.without)
        and not (before is not None and before.word in _COUNTING_OFF)
    ]
    if not strange:
        return None
    words = tuple(token.surface for token in strange)
    return Conflict("numbers", words, f"the report does not give “{words[0]}” here", premise=True)


_COUNTING_OFF = frozenset("which what the these those both whose between".split())  # `the three sides` states no figure
