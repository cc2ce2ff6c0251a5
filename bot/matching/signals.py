"""The few numbers from which the probability of being right is computed; `calibration.SIGNALS` names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.evidence import Evidence
    from bot.matching.normalise import Token

EVEN = 0.1  # keeps the ratio of two near-zero scores near zero


def signals(
    read: Sequence[Token],
    at: int,
    evidence: Evidence,
    account: Account,
    rivals: NDArray[np.bool_],
    without: Sequence[Token] = (),
) -> NDArray[np.float64]:
    """The signals of one candidate `at` for a question.

    `rivals` marks the candidates it is to be told apart from; `without` is a phrasing left out of its account.
    """
    content = {token.key for token in read if token.content}
    asked = kinds(read)
    score = evidence.scores[at]
    rival = evidence.scores[rivals].max(initial=0.0)
    return np.array(
        [
            score,
            score / max(score + rival + EVEN, EVEN),
            evidence.share[at],
            evidence.missing[at],
            sum(account.asks_for(kind, without) for kind in asked) / len(asked) if asked else 1.0,
            1 / (1 + len(content)),
        ],
        np.float64,
    )
