"""What words mean in one pack: spellings led to their glossary term, misspellings to the nearest known word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from math import log1p
from typing import TYPE_CHECKING

from bot.matching.english import dictionary, is_english
from bot.matching.normalise import Token, tokens
from bot.matching.thesaurus import GROUPS
from bot.matching.words import FILLER, STOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.model.entries import Term

WORD = "word"  # the kind of a glossary term that is no name, but words meaning the same
_PRONOUNS = frozenset({"us"})
_PRONOUN_CONTEXT = frozenset({"tell", "give", "gives", "show", "let", "help", "remind", "told", "among", "both"})
_LINKED = frozenset("aligned backed linked affiliated trained designated supported sponsored pro anti".split())
_BODIES = frozenset({"group", "organisation", "organization"})
USED = 0.05  # how much e times as many questions with a word speak for it: as much as the likeness of one letter
_KNOWN_SHORT = 4  # shorter words have too many neighbours to guess at


@dataclass(frozen=True)
class Lexicon:
    """The words and names of one pack.

    `aliases` maps the stems of a spelling to a term's id, `senses` those of a word or phrase to what it means, `usage`
    a word to the number of questions that have it.
    """

    aliases: Mapping[tuple[str, ...], str]
    senses: Mapping[tuple[str, ...], str]
    acronyms: Mapping[str, str]  # spellings that are common words too: they count in capitals only
    vocabulary: frozenset[str]
    terms: Mapping[str, Term]
    language: str = "en"
    usage: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, terms: Iterable[Term], texts: Iterable[str], language: str = "en") -> Lexicon:
        """The lexicon of a glossary and of all texts that a pack's words may come from."""
        aliases: dict[tuple[str, ...], str] = {}
        senses = dict(_general(language))
        acronyms: dict[str, str] = {}
        glossary = {term.id: term for term in terms}
        words = {token.word for text in texts for token in tokens(text, language)}
        for term in glossary.values():
            for spelling in (term.name, *term.aliases):
                spelt = tokens(spelling, language)
                words.update(token.word for token in spelt)
                stems = tuple(token.stem for token in spelt)
                if term.kind == WORD:
                    senses[stems] = term.id
                elif len(spelt) == 1 and spelt[0].word in STOP:
                    acronyms[spelt[0].word] = term.id
                elif spelt:
                    aliases.setdefault(stems, term.id)
        return cls(aliases, senses, acronyms, frozenset(words), glossary, language)

    def with_words(self, words: Iterable[str]) -> Lexicon:
        """The same lexicon, knowing more words."""
        return replace(self, vocabulary=self.vocabulary | frozenset(words))

    def with_questions(self, questions: Iterable[str]) -> Lexicon:
        """The same lexicon, knowing the words of questions too: curators write as readers type, and slips are no words.

        What no dictionary has and what looks like a slip of another word here is one.
        """
        asked = [frozenset(tokens(text, self.language)) for text in questions]
        usage = Counter(word for read in asked for word in {token.word for token in read})
        return replace(self._with_read(frozenset().union(*asked)), usage=usage)

    def _with_read(self, read: Iterable[Token]) -> Lexicon:
        if not self.language.startswith("en"):
            return self.with_words(token.word for token in read)
        known = self.with_words(token.word for token in read if is_english(token.word))
        return known.with_words(token.word for token in read if not known.mends(token))

    def mends(self, token: Token) -> bool:
        """Whether a word is taken for a slip of another."""
        return self._mended(token).word != token.word

    def read(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text with misspellings mended and names resolved; what was read last is remembered."""
        return self._remembered(text)

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[Token, ...]]:
        @lru_cache(maxsize=64)  # one question is read by several, and asked with the few before it
        def read(text: str) -> tuple[Token, ...]:
            return tuple(self._named([self._mended(token) for token in tokens(text, self.language)]))

        return read

    @cached_property
    def kin(self) -> Mapping[str, frozenset[str]]:
        """For each term those that its spellings name too, and that name it: Turkey and Turkish forces."""
        named = {key: self._inside((term.name, *term.aliases)) for key, term in self.terms.items()}
        return {
            key: inside | {other for other, names in named.items() if key in names} for key, inside in named.items()
        }

    @cached_property
    def beside(self) -> Mapping[str, frozenset[str]]:
        """For each term those whose line in the glossary names it: the base near Mosul says Mosul, too."""
        named = {key: {token.term for token in self.read(term.line)} for key, term in self.terms.items()}
        return {key: frozenset(other for other, names in named.items() if key in names) for key in self.terms}

    @cached_property
    def roots(self) -> Mapping[str, str]:
        """For each term the one it acts for: an army for its country, but a country-backed militia for itself."""
        return {key: self._acts_for(term) or key for key, term in self.terms.items()}

    def _acts_for(self, term: Term) -> str | None:
        name = tokens(term.name, self.language)
        owner = self.aliases.get((name[0].stem,)) or self.acronyms.get(name[0].word) if len(name) > 1 else None
        apart = any(token.word in _LINKED for token in name) or term.kind not in _BODIES
        return None if apart or owner is None or self.terms[owner].kind != "country" else owner

    def _inside(self, spellings: Iterable[str]) -> frozenset[str]:
        read = [token for spelling in spellings for token in tokens(spelling, self.language)]
        found = {self.aliases.get((token.stem,)) or self.acronyms.get(token.word) for token in read}
        return frozenset(term for term in found if term)

    def _mended(self, token: Token) -> Token:
        if token.word in self.vocabulary or self._regular(token.word) or not self._guessable(token):
            return token
        nearest = self._nearest(token.word)
        return replace(next(iter(tokens(nearest, self.language))), surface=token.surface) if nearest else token

    def _guessable(self, token: Token) -> bool:
        """Words in the language's dictionary are meant as they stand; short capitals are somebody's acronym."""
        word = token.word
        if not word.isalpha() or len(word) < _KNOWN_SHORT or word in STOP or word in FILLER:
            return False
        if len(word) == _KNOWN_SHORT and token.surface.isupper():
            return False
        return not (self.language.startswith("en") and is_english(word))

    def _regular(self, word: str) -> bool:
        """A form that should be one: `sayed` is no slip for `stayed`."""
        bases = [word.removesuffix(ending) + more for ending, more in _BASES[1:] if word.endswith(ending)]
        return any(base in self.vocabulary or base in STOP for base in bases)

    @cached_property
    def _candidates(self) -> list[str]:
        return sorted(w for w in self.vocabulary | STOP | FILLER if len(w) >= _KNOWN_SHORT)

    @cached_property
    def _nearest(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA, JaroWinkler  # noqa: PLC0415

        @lru_cache(maxsize=10_000)
        def nearest(word: str) -> str | None:
            near = process.extract(word, self._candidates, scorer=OSA.distance, score_cutoff=_tolerance(word), limit=8)
            alike = JaroWinkler.similarity
            likely = [(at, -alike(word, hit) - USED * log1p(self.usage.get(hit, 0)), hit) for hit, at, _ in near]
            return min(likely)[2] if likely else None

        return nearest

    def _named(self, read: list[Token]) -> Iterator[Token]:
        """Tokens with the longest spelling at each place led to its term, or the longest phrase to its sense."""
        at = 0
        while at < len(read):
            named = self._longest(self.aliases, read, at)
            meant = named or (self._longest(self.senses, read, at) if _may_mean(read[at]) else None)
            length, found = meant or (1, None)
            joined = _joined(read[at : at + length])
            if named or meant:
                parts = tuple(self._one(token).meaning for token in read[at : at + length] if length > 1)
                yield replace(joined, term=found, parts=parts) if named else replace(joined, sense=found, parts=parts)
            else:
                yield replace(joined, term=self._acronym(read, at))
            at += length

    def _one(self, token: Token) -> Token:
        stems = (token.stem,)
        return replace(token, term=self.aliases.get(stems), sense=self.senses.get(stems))

    def _longest(self, known: Mapping[tuple[str, ...], str], read: list[Token], at: int) -> tuple[int, str] | None:
        for length in range(min(self._most, len(read) - at), 0, -1):
            found = known.get(tuple(token.stem for token in read[at : at + length]))
            if found is not None:
                return length, found
        return None

    def _acronym(self, read: list[Token], at: int) -> str | None:
        """`US` in capitals, or `us` before a content word that it can belong to (`us bases`, not `tell us when`)."""
        token = read[at]
        term = self.acronyms.get(token.word)
        if term is None or (_capitals(token) and any(t.surface.islower() for t in read)):
            return term
        if token.word not in _PRONOUNS:
            return None
        before = read[at - 1].word if at else ""
        after = read[at + 1] if at + 1 < len(read) else None
        return term if after is not None and after.content and before not in _PRONOUN_CONTEXT else None

    @cached_property
    def _most(self) -> int:
        return max(map(len, [*self.aliases, *self.senses]), default=1)


def _capitals(token: Token) -> bool:
    return token.surface.partition("'")[0].isupper()


def _joined(read: Sequence[Token]) -> Token:
    """Several tokens as one."""
    if len(read) == 1:
        return read[0]
    surface, word, stem = (" ".join(getattr(token, part) for token in read) for part in ("surface", "word", "stem"))
    return Token(surface, word, stem)


def _may_mean(token: Token) -> bool:
    """Whether a word may have a sense: `according` and `report` carry none, though `accord` and `reporter` do."""
    return token.content or token.word in _written()


@cache
def _written() -> frozenset[str]:
    """The words of the thesaurus as they are written, the first one of a phrase."""
    return frozenset(word.split()[0] for words in GROUPS.values() for word in words)


@cache
def _general(language: str) -> Mapping[tuple[str, ...], str]:
    """The senses of common words, by the stems of each; none for a language that has no thesaurus here."""
    if not language.startswith("en"):
        return {}
    return {
        tuple(token.stem for token in tokens(word, language)): sense
        for sense, words in GROUPS.items()
        for word in words
    }


def _tolerance(word: str) -> int:
    """How many edits still make a likely slip: 1 up to five letters, 2 up to eight, then 3."""
    return 1 if len(word) <= 5 else 2 if len(word) <= 8 else 3  # noqa: PLR2004


def inflected(words: Iterable[str]) -> frozenset[str]:
    """Words with those of their inflections that English has, so that a slip in one of them is led to it."""
    known = frozenset(line.split()[0].decode() for line in dictionary().split(b"\n") if line)
    bases = {word.removesuffix(ending) + more for word in words for ending, more in _BASES if word.endswith(ending)}
    return frozenset(base + ending for base in bases for ending in _ENDINGS if len(base) >= _KNOWN_SHORT) & known


_BASES = (("", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("s", ""))
_ENDINGS = ("", "s", "ed", "d", "ing")
