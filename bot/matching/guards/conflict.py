"""What a guard looks at, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.matching.account import Account
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token


@dataclass(frozen=True, slots=True)
class Considered:
    """A question (`read`) held against one candidate; `without` is a phrasing left out of the account (for learning).

    `weigh` gives a key's idf over the pack, whose words and names the `lexicon` knows.
    """

    read: tuple[Token, ...]
    account: Account
    lexicon: Lexicon
    weigh: Callable[[str], float]
    without: Sequence[Token] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One finding: which guard, on which words, in a sentence; `premise` if the question presupposes what is false."""

    guard: str
    words: tuple[str, ...]
    finding: str
    premise: bool
