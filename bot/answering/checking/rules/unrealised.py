"""The unrealised: done, where the report only has it as threatened, asked for or tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.checking.difference import Difference
from bot.matching.words import IRREGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared
    from bot.matching.normalise import Token

_OPEN: Final = frozenset("to will would could may might if should".split())
_REACH: Final = 2  # words before a verb that leave it open


def unrealised(compared: Compared) -> Iterator[Difference]:
    """A verb in the past that the report only has behind `to`, `may` or `would`."""
    told = [pair for claim in compared.passage.claims for pair in _preceded(claim)]
    for before, token in _preceded(compared.claim):
        same = [(words, one) for words, one in told if one.meaning == token.meaning]
        if (
            _past(token)
            and not before & _OPEN
            and same
            and all(words & _OPEN and not _past(one) for words, one in same)
        ):
            yield Difference(f"the report does not say that it was done (“{token.surface}”)")


def _preceded(claim: Claim) -> Iterator[tuple[frozenset[str], Token]]:
    return ((claim.before(at, _REACH), token) for at, token in enumerate(claim.read) if token.content)


def _past(token: Token) -> bool:
    return token.word.endswith("ed") or (token.word in IRREGULAR and not token.word.endswith("s"))
