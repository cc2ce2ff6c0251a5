"""The few numbers from which the probability of being right is computed; `calibration.SIGNALS` names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.evidence import Evidence
    from bot.matching.normalise import Token


def signals(
    read: Sequence[Token],
    at: int,
    evidence: Evidence,
    account: Account,
    weigh: Callable[[str], float],
    without: Sequence[Token] = (),
) -> NDArray[np.float64]:
    """The signals of one candidate `at` for a question; `weigh` gives a key's idf, `without` a phrasing left out."""
    content = {token.key: token for token in read if token.content}
    missing = [token for token in content.values() if not account.holds(token, without)]
    total = sum(weigh(key) for key in content) or 1.0
    unheld = sum(weigh(token.key) for token in missing)
    asked = kinds(read)
    return np.array(
        [
            evidence.scores[at],
            evidence.scores[at] - np.delete(evidence.scores, at).max(initial=0.0),
            evidence.nearest[at],
            1 - unheld / total,
            len(missing),
            evidence.answer[at],
            sum(account.asks_for(kind, without) for kind in asked) / len(asked) if asked else 1.0,
            1 / (1 + len(content)),
        ],
        np.float64,
    )
