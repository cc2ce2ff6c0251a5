"""Joint action: what several do together is said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared

ATTACK: Final = "#attack"
"""The action that airstrikes are, too."""

SAME: Final = {"#airstrike": ATTACK}
"""Actions that count as others."""

_JOINT: Final = frozenset("and both together jointly".split())
_SMALL: Final = frozenset({"the", "a", "with"})


def joined(compared: Compared, name: str, action: str) -> bool:
    """Whether the report has several do it together, this one among them."""
    there = (claim for claim in compared.passage.claims if any(token.meaning == action for token in claim.read))
    return any(_stands_joined(claim, name) for claim in there)


def _stands_joined(claim: Claim, name: str) -> bool:
    """Whether a name stands beside `and`, `both` or `together with`."""
    read = [token for token in claim.read if token.word not in _SMALL]
    at = [at for at, token in enumerate(read) if claim.root(token) == f"@{name}"]
    return any(_JOINT & {token.word for token in read[max(0, one - 1) : one + 2]} for one in at)
