"""What words mean in one pack: spellings led to their glossary term, misspellings to the nearest known word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from bot.matching.mending import Mender, taught
from bot.matching.normalise import Token, tokens
from bot.matching.thesaurus import GROUPS
from bot.matching.vocabulary import Vocabulary
from bot.matching.words import STOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from functools import _lru_cache_wrapper

    from bot.model.entries import Term

WORD = "word"  # the kind of a glossary term that is no name, but words meaning the same
_PRONOUNS = frozenset({"us"})
_PRONOUN_CONTEXT = frozenset({"tell", "give", "gives", "show", "let", "help", "remind", "told", "among", "both"})
_LINKED = frozenset("aligned backed linked affiliated trained designated supported sponsored pro anti".split())
_BODIES = frozenset({"group", "organisation", "organization"})


@dataclass(frozen=True)
class Lexicon:
    """The words and names of one pack.

    `aliases` maps the stems of a spelling to a term's id, `senses` those of a word or phrase to what it means.
    """

    aliases: Mapping[tuple[str, ...], str]
    senses: Mapping[tuple[str, ...], str]
    acronyms: Mapping[str, str]  # spellings that are common words too: they count in capitals only
    vocabulary: Vocabulary
    terms: Mapping[str, Term]

    @classmethod
    def of(cls, terms: Iterable[Term], texts: Iterable[str], language: str = "en") -> Lexicon:
        """The lexicon of a glossary and of all texts that a pack's words may come from."""
        aliases: dict[tuple[str, ...], str] = {}
        senses = dict(_general(language))
        acronyms: dict[str, str] = {}
        glossary = {term.id: term for term in terms}
        named: list[Token] = []
        words = [token for text in texts for token in tokens(text, language)]
        for term in glossary.values():
            for spelling in (term.name, *term.aliases):
                spelt = tokens(spelling, language)
                words.extend(spelt)
                named.extend(spelt)
                stems = tuple(token.stem for token in spelt)
                if term.kind == WORD:
                    senses[stems] = term.id
                elif len(spelt) == 1 and spelt[0].word in STOP:
                    acronyms[spelt[0].word] = term.id
                elif spelt:
                    aliases.setdefault(stems, term.id)
        return cls(aliases, senses, acronyms, Vocabulary.of(words, language, named), glossary)

    def with_words(self, words: Iterable[str]) -> Lexicon:
        """The same lexicon, knowing more words."""
        return replace(self, vocabulary=self.vocabulary.with_words(words))

    def with_questions(self, questions: Iterable[str]) -> Lexicon:
        """The same lexicon, knowing the words of questions too."""
        return replace(self, vocabulary=taught(self.vocabulary, questions))

    @property
    def language(self) -> str:
        """The language of the pack, as a tag such as `en`."""
        return self.vocabulary.language

    def read(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text with misspellings mended and names resolved; what was read last is remembered."""
        return self._remembered(text)

    def forget(self) -> None:
        """Forget what was read."""
        self._remembered.cache_clear()

    @cached_property
    def _remembered(self) -> _lru_cache_wrapper[tuple[Token, ...]]:
        mender = Mender(self.vocabulary)

        @lru_cache(maxsize=64)  # one question is read by several, and asked with the few before it
        def read(text: str) -> tuple[Token, ...]:
            return tuple(self._named(mender.mended(tokens(text, self.language))))

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
                joined = self._owning(joined) if named else joined
                yield replace(joined, term=found, parts=parts) if named else replace(joined, sense=found, parts=parts)
            else:
                term = self._acronym(read, at)
                yield replace(joined, term=term) if term else joined
            at += length

    def _owning(self, name: Token) -> Token:
        """A name whose apostrophe was forgotten, `Irans ambassador`, with it; `Turks` the glossary has as it stands."""
        known = name.word in self.vocabulary.said or "'" in name.surface
        owns = self.language.startswith("en") and name.word.endswith("s") and name.word[:-1] in self.vocabulary.names
        owns = owns and not known
        return replace(name, surface=f"{name.surface[:-1]}'s") if owns else name

    def _one(self, token: Token) -> Token:
        stems = (token.stem,)
        return replace(token, term=self.aliases.get(stems), sense=self.senses.get(stems))

    def _longest(self, known: Mapping[tuple[str, ...], str], read: list[Token], at: int) -> tuple[int, str] | None:
        longest = self._begun.get(read[at].stem, 0)
        for length in range(min(longest, len(read) - at), 0, -1):
            found = known.get(tuple(token.stem for token in read[at : at + length]))
            if found is not None:
                return length, found
        return None

    def _acronym(self, read: list[Token], at: int) -> str | None:
        """`US` in capitals, `the us`, or `us` before a word that it can belong to (`us bases`, not `tell us when`)."""
        token = read[at]
        term = self.acronyms.get(token.word)
        if term is None or (_capitals(token) and any(t.surface.islower() for t in read)):
            return term
        if token.word not in _PRONOUNS:
            return None
        before = read[at - 1].word if at else ""
        after = read[at + 1] if at + 1 < len(read) else None
        belongs = after is not None and after.content and before not in _PRONOUN_CONTEXT
        return term if before == "the" or belongs else None

    @cached_property
    def _begun(self) -> Mapping[str, int]:
        """The stems that spellings and phrases begin with, and how many words the longest of each has."""
        begun: dict[str, int] = {}
        for first, *others in (*self.aliases, *self.senses):
            begun[first] = max(begun.get(first, 0), 1 + len(others))
        return begun


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
