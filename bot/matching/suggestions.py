"""What a question may become while it is still being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.normalise import tokens
from bot.matching.words import STOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.matching.normalise import Token
    from bot.model.entries import Term


def spellings(read: Iterable[Token], terms: Mapping[str, Term]) -> frozenset[str]:
    """The words of a question, with those of every spelling of the terms in it."""
    words = set()
    for token in read:
        words.update(token.word.split())
        term = terms.get(token.term or "")
        for spelling in (term.name, *term.aliases) if term else ():
            words.update(part.word for part in tokens(spelling))
    return frozenset(words)


def begun(text: str, known: Sequence[frozenset[str]]) -> list[float]:
    """For each set of words the share of the typed words that one of its own begins with, function words apart."""
    typed = [token.word for token in tokens(text)]
    telling = [word for at, word in enumerate(typed) if word not in STOP or at == len(typed) - 1]
    return [
        sum(any(own.startswith(word) for own in words) for word in telling) / max(1, len(telling)) for words in known
    ]
