"""Which word of a pack a misspelt one is meant for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice, pairwise
from math import log10
from typing import TYPE_CHECKING

from bot.matching.english import bases, is_english, rarity
from bot.matching.normalise import Token, tokens
from bot.matching.slips import alike, doubled, exchanged, lacking, letters, parted, sound, undoubled
from bot.matching.vocabulary import capitalised
from bot.matching.words import FILLER, STOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.matching.vocabulary import Vocabulary

# What speaks for the word that a strange one is meant for, in edits: ten times as many questions with it, that it
# sounds the same or has the same letters, and that it begins with the same one.
USED, ALIKE, BEGUN = 0.5, 0.8, 1.0
OFTEN = 5  # questions with two words side by side, from which on a rare word is read as one of them
RARE, FEW = 1, 10  # questions that a rare word may have; and where it is rare in all of English, too
MOST_SLIPS = 20  # looked up in one question, at a millisecond each: a text with more of them is no question with slips
SELDOM = 0.8  # rarity from which on a word is rare in English
RARER = 100  # how many times as often a word without a topic must be asked with: `dose` for `does`
_KNOWN_SHORT = 4  # shorter words have too many neighbours to guess at
_SHORTEST = 3  # but beside a word that the right one often goes with
_MOST, _OF_NAMES = 3, 2  # edits that make a slip of a long word, and of a name


def taught(vocabulary: Vocabulary, texts: Iterable[str]) -> Vocabulary:
    """A vocabulary that knows the words of questions too: curators write as readers type, and slips are no words.

    What no dictionary has and what looks like a slip of another word here is one.
    """
    language = vocabulary.language
    asked = [tokens(text, language) for text in texts]
    usage = Counter(word for read in asked for word in {token.word for token in read})
    pairs = Counter(pair for read in asked for pair in {f"{a.word} {b.word}" for a, b in pairwise(read)})
    english = language.startswith("en")  # elsewhere there is no telling which words are odd
    often = frozenset(pair for pair, times in pairs.items() if english and times >= OFTEN)
    return _with_read(replace(vocabulary, usage=usage, pairs=often), frozenset().union(*asked))


def _with_read(vocabulary: Vocabulary, read: Iterable[Token]) -> Vocabulary:
    """The same, knowing what was read in questions, but for slips."""
    if not vocabulary.language.startswith("en"):
        return vocabulary.with_words(token.word for token in read)
    known = vocabulary.with_words(token.word for token in read if is_english(token.word))
    slips = Mender(known)
    return known.with_words(token.word for token in read if not slips.mends(token))


@dataclass(frozen=True)
class Mender:
    """What mends the slips of questions to a pack, by the words that it knows."""

    vocabulary: Vocabulary

    def mends(self, token: Token) -> bool:
        """Whether a word is taken for a slip of another, whatever stands beside it."""
        return any(one.word != token.word for one in self._parted(self._alone(self._short(token))))

    def mended(self, read: Sequence[Token]) -> list[Token]:
        """The tokens of a question with its slips mended: first those that show in the word, then those beside it."""
        read = [part for token in read for part in self._parted(self._short(token))]
        plainly = sum(map(capitalised, read)) <= len(read) / 2
        slips = {token.word for token in islice(filter(self._unknown, read), MOST_SLIPS)}
        alone = [self._alone(t, named=bool(at and plainly)) if t.word in slips else t for at, t in enumerate(read)]
        if not self.vocabulary.pairs:
            return alone
        edged = [None, *(token.word for token in alone), None]
        neighbours = zip(alone, edged, edged[2:], strict=False)
        return [t if t.word in self._common else self._beside(t, *beside) for t, *beside in neighbours]

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words that enough questions have to be no slip by themselves."""
        return frozenset(word for word, times in self.vocabulary.usage.items() if times > FEW)

    def _short(self, token: Token) -> Token:
        """A short word that no dictionary has, as the one of which it plainly is a slip; capitals as a name's."""
        word = token.word
        if len(word) > _KNOWN_SHORT or not word.isalpha() or not self._odd_one(word):
            return token
        if word.endswith("s") and self._named(word[:-1]):
            meant = [word[:-1]]  # `PKKs`
        elif token.surface.isupper():
            meant = [one for one in exchanged(word) if self._named(one)]
        elif len(word) < _KNOWN_SHORT:
            meant = [one for slips in (exchanged, doubled) for one in slips(word) if one in self._common]
            meant += [one for one in lacking(word) if one in self._common and _plain(one)]
            meant += sorted(self._alike(word), key=lambda one: (-self._times(one), one))
        else:
            meant = []  # tolerated as a longer word is
        return self._as(token, meant[0]) if meant else token

    def _parted(self, token: Token) -> tuple[Token, ...]:
        """What is no word, nor nearly one, as two that often stand side by side: the space was forgotten."""
        pairs = [pair for pair in parted(token.word) if " ".join(pair) in self.vocabulary.pairs]
        if not pairs or not self._unknown(token) or self._nearest(token.word, False):  # noqa: FBT003
            return (token,)
        first, second = max(pairs, key=lambda pair: min(self._times(word) for word in pair))
        split = token.surface[: len(first)], token.surface[len(first) :]
        return tuple(replace(self._as(token, word), surface=s) for word, s in zip((first, second), split, strict=True))

    def _alone(self, token: Token, *, named: bool = False) -> Token:
        """What is no word, as the nearest one; `named` tells that a capital marks a name, which is no other word."""
        if not self._unknown(token):
            return token
        nearest = self._nearest(token.word, named and capitalised(token))
        return self._as(token, nearest) if nearest else token

    def _unknown(self, token: Token) -> bool:
        return token.word not in self.vocabulary.words and self._guessable(token) and not self._regular(token.word)

    def _named(self, word: str) -> bool:
        """Whether the answers or the glossary have a word that no dictionary has, as an acronym is."""
        return word in self.vocabulary.said and not is_english(word)

    def _odd_one(self, word: str) -> bool:
        return self.vocabulary.language.startswith("en") and not (
            word in self.vocabulary.words or _plain(word) or is_english(word)
        )

    def _beside(self, token: Token, before: str | None, after: str | None) -> Token:
        """A word that hardly any question has, as one like it that often stands beside its neighbours.

        A word with a topic is known by another one beside it, any other by all that stands beside it.
        """
        word = token.word
        if not word.isalpha() or word in self.vocabulary.said or len(word) < _SHORTEST or token.surface.isupper():
            return token

        def fits(one: str) -> bool:
            if not self._odd(word, one):
                return False
            beside = [(before, f"{before} {one}"), (after, f"{one} {after}")]
            known = [(other, pair in self.vocabulary.pairs) for other, pair in beside if other]
            if _plain(one):
                return bool(known) and all(there for _, there in known)
            return any(there and not _plain(other) for other, there in known)

        near = (one for one in self._near(word) if one in self.vocabulary.names or not capitalised(token))
        meant = [one for one in near if fits(one)]
        return self._as(token, max(meant, key=lambda one: (self._times(one), one))) if meant else token

    def _times(self, word: str) -> int:
        return self.vocabulary.usage.get(word, 0)

    def _odd(self, word: str, other: str) -> bool:
        """Whether a word is too seldom asked with to be what is meant, where another is like it."""
        times = self._times(word)
        if _plain(other) and times * RARER <= self._times(other):
            return True
        return times <= (FEW if rarity(word) > SELDOM else RARE)

    def _as(self, token: Token, word: str) -> Token:
        return replace(next(iter(tokens(word, self.vocabulary.language))), surface=token.surface)

    def _guessable(self, token: Token) -> bool:
        """Words in the language's dictionary are meant as they stand; short capitals are somebody's acronym."""
        word = token.word
        if not word.isalpha() or len(word) < _KNOWN_SHORT or word in STOP or word in FILLER:
            return False
        if len(word) == _KNOWN_SHORT and token.surface.isupper():
            return False
        return not (self.vocabulary.language.startswith("en") and is_english(word))

    def _regular(self, word: str) -> bool:
        """A form that should be one: `sayed` is no slip for `stayed`; but `puting` is one for `putting`."""
        known = self.vocabulary.words
        regular = any(base in known or base in STOP for base in bases(word) - {word})
        return regular and not any(form in known for form in undoubled(word))

    @cached_property
    def _candidates(self) -> tuple[list[str], list[str]]:
        """What a slip may stand for, and what a slip of a name may."""
        every = sorted(w for w in self.vocabulary.words | STOP | FILLER if len(w) >= _KNOWN_SHORT)
        return every, [word for word in every if word in self.vocabulary.names]

    @cached_property
    def _nearest(self) -> Callable[[str, bool], str | None]:
        """The word that is meant by another, or one of the names; None where nothing is near."""
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        @lru_cache(maxsize=10_000)
        def nearest(word: str, named: bool) -> str | None:  # noqa: FBT001
            known, edits = self._candidates[named], min(_tolerance(word), _OF_NAMES if named else _MOST)
            near = {
                hit: at for hit, at, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=edits, limit=8)
            }
            near |= {
                hit: OSA.distance(word, hit) for hit in self._alike(word) if not named or hit in self.vocabulary.names
            }
            return min(near, key=lambda hit: self._unlike(word, hit, near[hit]), default=None)

        return nearest

    def _unlike(self, word: str, other: str, edits: int) -> tuple[float, str]:
        same = ALIKE * alike(word, other) + BEGUN * (word[0] == other[0])
        return edits - same - USED * log10(1 + self._times(other)), other

    def _near(self, word: str) -> frozenset[str]:
        """The words in use that one which is a word of its own may be a slip of."""
        begun = frozenset(one for one in self._alike(word) if one[0] == word[0] or sound(one) == sound(word))
        return begun.union(self._letter_away(word))

    def _alike(self, word: str) -> frozenset[str]:
        """The words in use that sound like one, or have its letters; sounds are those of English."""
        if not self.vocabulary.language.startswith("en"):
            return frozenset()
        return (self._sounding.get(sound(word), frozenset()) | self._lettered.get(letters(word), frozenset())) - {word}

    @cached_property
    def _sounding(self) -> Mapping[str, frozenset[str]]:
        return _by(sound, self._asked)

    @cached_property
    def _lettered(self) -> Mapping[str, frozenset[str]]:
        return _by(letters, self._asked)

    @cached_property
    def _asked(self) -> frozenset[str]:
        """The words that what sounds like them is led to: those often asked with, of three letters at least."""
        known = (self._common & self.vocabulary.words) | STOP
        return frozenset(word for word in known if len(word) >= _SHORTEST and word.isalpha())

    @cached_property
    def _letter_away(self) -> Callable[[str], tuple[str, ...]]:
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        paired = sorted(
            {word for pair in self.vocabulary.pairs for word in pair.split(" ") if len(word) >= _KNOWN_SHORT}
        )

        @lru_cache(maxsize=10_000)
        def letter_away(word: str) -> tuple[str, ...]:
            near = process.extract(word, paired, scorer=OSA.distance, score_cutoff=1, limit=8)
            return tuple(hit for hit, _, _ in near)

        return letter_away


def _by(key: Callable[[str], str], words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(key(word), set()).add(word)
    return {one: frozenset(those) for one, those in found.items()}


def _plain(word: str) -> bool:
    return word in STOP or word in FILLER


def _tolerance(word: str) -> int:
    """How many edits still make a likely slip: 1 up to five letters, 2 up to eight, then 3."""
    return 1 if len(word) <= 5 else 2 if len(word) <= 8 else _MOST  # noqa: PLR2004
