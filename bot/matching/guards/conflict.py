"""What a guard looks at, and what it finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.matching.features import hashed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.matching.account import Account, Profile, Thing
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

# Of a candidate's phrasings: as few as this may hold a word by chance. Of some 340, a false quantifier stood mostly in
# one to three (development questions), a true one in nine or more, but for asides.
STRAY = 0.01
Part = tuple[str, str, bool]  # a name's root, the action's meaning, whether the name acts


@dataclass(frozen=True, slots=True)
class Considered:
    """A question (`read`) held against one candidate; `without` is a phrasing left out of the account (for learning).

    `weigh` gives a key's idf over the pack, whose words and names the `lexicon` knows; `parts` counts who does
    what to whom in all its answers. `beside` are the accounts of others on the same passage. `hangs` tells that the
    question hangs on one before, and so asks for something else of the same; `voices` are all whose word any answer is.
    `typed` is all that was typed, of which `read` may be a part.
    """

    read: tuple[Token, ...]
    account: Account
    lexicon: Lexicon
    weigh: Callable[[str], float]
    parts: Counter[Part] = field(default_factory=Counter)
    without: Sequence[Token] = ()
    beside: Sequence[Account] = ()
    hangs: bool = False
    voices: frozenset[str] = frozenset()
    typed: tuple[Token, ...] = ()

    @property
    def text(self) -> tuple[Token, ...]:
        """All that was typed, or where that is not told, what is asked."""
        return self.typed or self.read

    @property
    def size(self) -> int:
        """How many phrasings the candidate has, but for the one left out."""
        return self.account.size - bool(self.without)

    def asks(self, key: str) -> int:
        """How many of these hold a key."""
        return self.account.asks(key, self.without)

    def given(self, key: str) -> bool:
        """Whether the answer has a key, or many ask with it."""
        return self.account.given(key, self.without)

    def seen(self, profile: Profile, thing: Thing) -> int:
        """How many of these have something that a profile looks for."""
        own = bool(self.without) and thing in set(profile(self.without, self.lexicon))
        return self.account.seen[profile.__name__][thing] - own

    def seen_anywhere(self, profile: Profile, thing: Thing) -> bool:
        """Whether any of these has it, or any phrasing of those beside."""
        return self.seen(profile, thing) > 0 or any(one.seen[profile.__name__][thing] for one in self.beside)

    def held_against(self, account: Account) -> Considered:
        """The same question against one beside."""
        return replace(self, account=account, without=(), beside=())

    def known(self, profile: Profile) -> Counter[Thing]:
        """How often they and the answer have each thing that a profile looks for."""
        own = set(profile(self.without, self.lexicon)) if self.without else set()
        counted = self.account.seen[profile.__name__] + Counter(self.told(profile))
        return counted - Counter(own) if own else counted

    def told(self, profile: Profile) -> frozenset[Thing]:
        """What the answer has of the things that a profile looks for."""
        return self.account.told[profile.__name__]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One finding: which guard, on which words, in a sentence; `premise` if the question presupposes what is false.

    `whole` tells that the question has all the words of a phrasing.
    """

    guard: str
    words: tuple[str, ...]
    finding: str
    premise: bool
    whole: bool = False


def digest(words: Iterable[str]) -> str:
    """Many words as one short name: what is kept of each phrasing would else be longer than the phrasing."""
    return f"{hashed(' '.join(words)):x}"
