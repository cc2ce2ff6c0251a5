"""Names: an actor or a place that the answer is not about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.matching.english import rarity
from bot.matching.guards.conflict import STRAY, Conflict, Considered
from bot.matching.guards.nations import nation
from bot.matching.guards.verbatim import recast
from bot.matching.words import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

ACTORS = frozenset({"person", "group", "organisation", "organization", "country"})
PLACES = frozenset({"place"})
_ARTICLES = frozenset({"the", "a", "an"})
_TELLING = 0.5  # rarity from which on a word behind `near` may name a place: `zagreb`, not `completion`
_BESIDE = [["near"], ["above"], ["below"], ["outside"], ["beyond"]]
_QUARTERS = frozenset("north south east west northeast northwest southeast southwest outskirts".split())
_NAME = 4  # letters of the shortest name told from an abbreviation
COMMON = 2.3  # idf: a name in one phrasing of ten is the report's setting, not a claim


def names(considered: Considered) -> Conflict | None:
    """A glossary actor or place that the candidate never mentions, or a name that the whole pack does not know.

    Or one that is new in the very words of a phrasing.

    What a follow-up names (`and Iran?`) the answer itself must mention, and whose word other answers are, it must have.
    """
    for at, token in enumerate(considered.read):
        if considered.hangs and token.term and not _answered(considered, token.term):
            return _unmentioned(considered.lexicon.terms[token.term].name, token.surface)
        if considered.hangs and token.term in considered.voices and not _vouches(considered, token.term or ""):
            return _from_another(considered.lexicon.terms[token.term or ""].name, token.surface)
        if considered.account.holds(token, considered.without) or considered.weigh(token.key) < COMMON:
            continue
        if token.term and _alien(considered, token):
            return _unmentioned(considered.lexicon.terms[token.term].name, token.surface)
        if token.term is None and _unknown_name(considered, token, at):
            return _unmentioned(f"“{token.surface}”", token.surface)
    anew = next((token for token in recast(considered) if _alien(considered, token)), None)
    if anew is not None:
        return _unmentioned(considered.lexicon.terms[anew.term or ""].name, anew.surface)
    title = _title(considered) if _peopled(considered) and _mixed(considered) else None
    return _unmentioned(f"“{' '.join(title)}”", *title) if title else _misattributed(considered)


def _answered(considered: Considered, name: str) -> bool:
    """Whether the answer mentions an actor or a place, or one of its house; other terms need not be mentioned."""
    lexicon = considered.lexicon
    house = {name, *lexicon.kin.get(name, ())}
    apart = lexicon.terms[name].kind not in ACTORS | PLACES
    return apart or bool({f"@{one}" for one in house} & considered.account.said)


def _misattributed(considered: Considered) -> Conflict | None:
    """`According to A, …`: the answer is not the word of A."""
    lexicon = considered.lexicon
    for token in _speakers(considered.read):
        term = lexicon.terms[token.term or ""]
        if term.kind in ACTORS and not _vouches(considered, term.id):
            return _from_another(term.name, token.surface)
    return None


def _from_another(name: str, surface: str) -> Conflict:
    return Conflict("names", (surface,), f"the report does not have this from {name}", premise=True)


def _vouches(considered: Considered, speaker: str) -> bool:
    """Whether an answer is the word of a speaker, of one of his house, or of a person of his organisation.

    Where no citation names who said it, the speaker may be one whom the answer or more than a stray phrasing names.
    """
    lexicon, voices = considered.lexicon, considered.account.voices
    house = {speaker, *lexicon.kin.get(speaker, ())}
    if voices:
        persons = {one for one in voices if lexicon.terms[one].kind == "person"}
        return bool(house & voices) or any(speaker in lexicon.beside[one] for one in persons)
    named = {f"@{one}" for one in house} & considered.account.said
    return bool(named) or considered.asks(f"@{speaker}") > STRAY * considered.size


def _speakers(read: Sequence[Token]) -> Iterator[Token]:
    """Names behind `according to` or `going by`, with an article or without."""
    for at, (one, two) in enumerate(pairwise(read)):
        if (one.word, two.word) == ("according", "to") or two.word == "going by":
            article = any(token.word in _ARTICLES for token in read[at + 2 : at + 3])
            yield from (token for token in read[at + 2 + article : at + 3 + article] if token.term)


def _unmentioned(name: str, *words: str) -> Conflict:
    return Conflict("names", words, f"the report does not mention {name} here", premise=True)


def _alien(considered: Considered, token: Token) -> bool:
    """Whether a name is of an actor or a place with whose house the candidate has nothing to do."""
    term = considered.lexicon.terms[token.term or ""]
    return term.kind in ACTORS | PLACES and not _kin_held(considered, term.id) and considered.weigh(token.key) >= COMMON


def _kin_held(considered: Considered, term: str) -> bool:
    """Whether the candidate names one of the same house, the government for its country, or a place that is near it."""
    lexicon = considered.lexicon
    near = lexicon.beside.get(term, frozenset()) if lexicon.terms[term].kind in PLACES else frozenset()
    others = (lexicon.kin.get(term, frozenset()) | near) - {term}
    return any(considered.account.names(other) for other in others)


def _unknown_name(considered: Considered, token: Token, at: int) -> bool:
    """A country, a strange word behind `near`, or a capitalised one inside a sentence in mixed case."""
    beside = (
        _placed(considered.read[:at]) and rarity(token.word) >= _TELLING and not _slipped(token, considered.lexicon)
    )
    role = [one.word == "as" or one.word in _ARTICLES for one in considered.read[at + 1 : at + 3]] == [True, True]
    begins = (at == 0 or considered.read[at - 1].surface[-1:] in ".?!:") and not role  # `Zagreb as a venue`
    capital = _peopled(considered) and _mixed(considered) and not begins and token.surface[:1].isupper()
    return token.content and (nation(token.word) or ((capital or beside) and _foreign(token, considered.lexicon)))


def _placed(before: Sequence[Token]) -> bool:
    """Whether a place is named next: `near …`, `above …`, `north of …`."""
    words = [token.word for token in before[-2:]]
    return words[-1:] in _BESIDE or (words[-1:] == ["of"] and words[0] in _QUARTERS)


def _slipped(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is but a slip of a name: `north of mosel`."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only where a place may be named

    return any(OSA.distance(token.word, name, score_cutoff=1) <= 1 for name in lexicon.vocabulary.names)


def _title(considered: Considered) -> tuple[str, str] | None:
    """Two capitalised words side by side (`State Department`) that make no name the candidate knows."""
    read = considered.read
    for one, two in pairwise(read[1:]):
        capital = one.surface[:1].isupper() and two.surface[:1].isupper() and not one.surface.isupper()
        dated = CALENDAR & {one.word, two.word}
        if capital and not dated and one.content and two.content and one.term is None and two.term is None:
            pair = one.stem, two.stem
            if not considered.seen(neighbours, pair) and pair not in considered.told(neighbours):
                return one.surface, two.surface
    return None


def neighbours(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str, str]]:
    """Words side by side that may be a name."""
    return ((one.stem, two.stem) for one, two in pairwise(read) if one.content and two.content)


def _peopled(considered: Considered) -> bool:
    """Whether capitals tell names: in English, where a glossary says who it is about (else they are often products)."""
    lexicon = considered.lexicon
    return lexicon.language.startswith("en") and any(term.kind in ACTORS | PLACES for term in lexicon.terms.values())


def _mixed(considered: Considered) -> bool:
    """Whether capitals mean something in this question."""
    return sum(token.surface[:1].islower() for token in considered.read) > len(considered.read) / 3


def _foreign(token: Token, lexicon: Lexicon) -> bool:
    """A word that the pack never uses, long enough to be no abbreviation."""
    return token.word.isalpha() and token.word not in lexicon.vocabulary and len(token.word) >= _NAME
