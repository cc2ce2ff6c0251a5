"""What a candidate accounts for: the words of its phrasings and of what it says, counted once and kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.matching.answer_kind import kinds

if TYPE_CHECKING:
    from bot.matching.candidates import Candidate
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token
    from bot.matching.worded import Worded

    Thing = tuple[str | bool, ...]
    Profile = Callable[[Sequence[Token], Lexicon], Iterable[Thing]]


SOME = 0.05  # of a candidate's phrasings: as many ask with what is so, and a single one may name what is not


@dataclass(frozen=True, slots=True)
class Account:
    """The words of one candidate; `asked` counts the phrasings that hold a key, `said` are the keys of its answer.

    `size` is the number of its phrasings, `voices` are those whose word the answer is. `seen` counts, for each profile
    by its name, the phrasings that have each thing it looks for, and `told` holds those that the answer has. A
    phrasing's own words can be taken out again (`without`), so that leave-one-out stays honest.
    """

    size: int
    asked: Counter[str]
    said: frozenset[str]
    kinds: Counter[str]
    seen: Mapping[str, Counter[Thing]]
    told: Mapping[str, frozenset[Thing]]
    voices: frozenset[str] = frozenset()

    @classmethod
    def of(cls, candidate: Candidate, worded: Worded, lexicon: Lexicon, profiles: Iterable[Profile]) -> Account:
        """Count what a candidate's texts hold."""
        looked_for = list(profiles)
        return cls(
            len(worded.phrasings),
            Counter(key for read in worded.phrasings for key in set(_keys(read))),
            frozenset(_keys(worded.statement)) | {f"@{term}" for term in candidate.terms},
            Counter(kind for read in worded.phrasings for kind in kinds(read)),
            {one.__name__: _counted(one, worded, lexicon) for one in looked_for},
            {one.__name__: frozenset(one(worded.statement, lexicon)) for one in looked_for},
            candidate.voices,
        )

    def asks(self, key: str, without: Sequence[Token] = ()) -> int:
        """How many phrasings hold a key, leaving one phrasing out of the account."""
        return self.asked[key] - (key in set(_keys(without)) if without else 0)

    def holds(self, token: Token, without: Sequence[Token] = ()) -> bool:
        """Whether the candidate accounts for a token, leaving one phrasing out of the account."""
        return self._has(token, frozenset(_keys(without)))

    def lacking(self, read: Iterable[Token], without: Sequence[Token] = ()) -> list[Token]:
        """The tokens that the candidate does not account for, leaving one phrasing out of the account."""
        own = frozenset(_keys(without))
        return [token for token in read if not self._has(token, own)]

    def _has(self, token: Token, own: Container[str]) -> bool:
        """Whether a token stands in the answer, or in a phrasing beside the one that has the keys `own`."""
        names, asked = (token.key, token.stem, token.meaning), self.asked
        return any(name in self.said or asked.get(name, 0) > int(name in own) for name in names)

    def given(self, key: str, without: Sequence[Token] = ()) -> bool:
        """Whether the answer has a key, or many phrasings ask with it, leaving one out of the account."""
        return key in self.said or self.asks(key, without) >= max(1, SOME * (self.size - bool(without)))

    def names(self, term: str) -> bool:
        """Whether the candidate names a glossary term anywhere."""
        return f"@{term}" in self.said or self.asked[f"@{term}"] > 0

    def asks_for(self, kind: str, without: Sequence[Token] = ()) -> bool:
        """Whether some phrasing asks for this kind of answer."""
        return self.kinds[kind] > (kind in kinds(without) if without else 0)

    def packed(self) -> list[Any]:
        """The account as what JSON can hold."""
        seen = {name: [[*thing, count] for thing, count in things.items()] for name, things in self.seen.items()}
        told = {name: [*things] for name, things in self.told.items()}
        return [self.size, self.asked, sorted(self.said), self.kinds, seen, told, sorted(self.voices)]

    @classmethod
    def unpacked(cls, kept: Sequence[Any]) -> Account:
        """The account that was packed like this."""
        size, asked, said, asked_for, seen, told, voices = kept
        return cls(
            size,
            Counter(asked),
            frozenset(said),
            Counter(asked_for),
            {name: Counter({tuple(thing): count for *thing, count in things}) for name, things in seen.items()},
            {name: frozenset(map(tuple, things)) for name, things in told.items()},
            frozenset(voices),
        )


class Ledger(Sequence[Account]):
    """Accounts kept as lines of JSON, each unpacked when it is first asked for."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines, self._read = lines, dict[int, Account]()

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - one at a time is all that is asked for
        if at not in self._read:
            self._read[at] = Account.unpacked(json.loads(self._lines[at]))
        return self._read[at]


def _counted(profile: Profile, worded: Worded, lexicon: Lexicon) -> Counter[Thing]:
    return Counter(thing for read in worded.phrasings for thing in set(profile(read, lexicon)))


def _keys(read: Iterable[Token]) -> Iterable[str]:
    for token in read:
        yield from {token.key, token.stem, token.meaning, *token.parts}
