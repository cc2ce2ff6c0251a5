"""What a follow-up hangs on, and the ways to read it behind that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token


@dataclass(frozen=True, slots=True)
class Earlier:
    """The question before, and the `entry` that answered it with what that `says`, if one did."""

    question: str
    entry: str | None = None
    says: str = ""


def topics(earlier: Earlier, lexicon: Lexicon) -> Sequence[tuple[Token, ...]]:
    """What `there`, `they` or `why?` may be about, each as words to be read before a follow-up.

    The names in the question before, all its content, and these names with those that the answer brought up.
    """
    asked, told = lexicon.read(earlier.question), lexicon.read(earlier.says)
    names = tuple(token for token in asked if token.term)
    new = (token for token in told if token.term and token.term not in {name.term for name in names})
    content = tuple(token for token in asked if token.content)
    return tuple(words for words in dict.fromkeys((names, content, (*names, *new))) if words)
