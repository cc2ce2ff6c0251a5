"""What a guard looks at, and what it finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.matching.account import Account
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

Part = tuple[str, str, bool]  # a name's root, the action's meaning, whether the name acts


@dataclass(frozen=True, slots=True)
class Considered:
    """A question (`read`) held against one candidate; `without` is a phrasing left out of the account (for learning).

    `weigh` gives a key's idf over the pack, whose words and names the `lexicon` knows; `parts` counts who does
    what to whom in all its answers.
    """

    read: tuple[Token, ...]
    account: Account
    lexicon: Lexicon
    weigh: Callable[[str], float]
    parts: Counter[Part] = field(default_factory=Counter)
    without: Sequence[Token] = ()

    @property
    def others(self) -> tuple[tuple[Token, ...], ...]:
        """The candidate's phrasings but for the one left out."""
        return tuple(phrasing for phrasing in self.account.phrasings if phrasing is not self.without)

    @property
    def texts(self) -> tuple[tuple[Token, ...], ...]:
        """These and what it says."""
        return (*self.others, self.account.statement)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One finding: which guard, on which words, in a sentence; `premise` if the question presupposes what is false."""

    guard: str
    words: tuple[str, ...]
    finding: str
    premise: bool
