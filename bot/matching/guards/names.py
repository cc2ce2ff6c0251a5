"""Names: an actor or a place that the answer is not about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.lexicon import is_english

if TYPE_CHECKING:
    from bot.matching.normalise import Token

ACTORS = frozenset({"person", "group", "organisation", "organization", "country"})
PLACES = frozenset({"place"})
COMMON = 2.3  # idf: a name in one phrasing of ten is the report's setting, not a claim


def names(considered: Considered) -> Conflict | None:
    """A glossary actor or place that the candidate never mentions, or a name that the whole pack does not know."""
    for at, token in enumerate(considered.read):
        if considered.account.holds(token, considered.without) or considered.weigh(token.key) < COMMON:
            continue
        term = considered.lexicon.terms.get(token.term or "")
        if term is not None and term.kind in ACTORS | PLACES and not _kin_held(considered, term.id):
            return _unmentioned(term.name, token.surface)
        if term is None and _unknown_name(considered, token, at):
            return _unmentioned(f"“{token.surface}”", token.surface)
    title = _title(considered) if _mixed(considered) else None
    return _unmentioned(f"“{' '.join(title)}”", *title) if title else None


def _unmentioned(name: str, *words: str) -> Conflict:
    return Conflict("names", words, f"the report does not mention {name} here", premise=True)


def _kin_held(considered: Considered, term: str) -> bool:
    """Whether the candidate names somebody of the same house: the government for its country, an office for another."""
    return any(considered.account.names(kin) for kin in considered.lexicon.kin.get(term, ()))


def _unknown_name(considered: Considered, token: Token, at: int) -> bool:
    """A capitalised word inside a sentence in mixed case that neither the pack nor the language's dictionary has."""
    mixed = _mixed(considered)
    return at > 0 and mixed and token.content and token.surface[:1].isupper() and _foreign(token)


def _title(considered: Considered) -> tuple[str, str] | None:
    """Two capitalised words side by side (`State Department`) that make no name the candidate knows."""
    read = considered.read
    known = {pair for text in considered.account.texts for pair in pairwise(token.stem for token in text)}
    for one, two in pairwise(read[1:]):
        capital = one.surface[:1].isupper() and two.surface[:1].isupper() and not one.surface.isupper()
        if capital and one.term is None and two.term is None and (one.stem, two.stem) not in known:
            return one.surface, two.surface
    return None


def _mixed(considered: Considered) -> bool:
    """Whether capitals mean something in this question."""
    return sum(token.surface[:1].islower() for token in considered.read) > len(considered.read) / 3


def _foreign(token: Token) -> bool:
    return token.word.isalpha() and (token.word in COUNTRIES or not is_english(token.word))


COUNTRIES = frozenset(
    """
    russia russian russians china chinese israel israeli israelis egypt egyptian saudi saudis qatar qatari jordan
    jordanian lebanon lebanese yemen yemeni afghanistan afghan pakistan pakistani india indian france french germany
    german britain british england english canada canadian australia australian japan japanese ukraine ukrainian greece
    greek cyprus armenia armenian azerbaijan georgia libya libyan sudan ethiopia somalia nato eu un hezbollah hamas
    houthis taliban qaeda emirates uae kuwait oman bahrain italy italian spain spanish poland polish korea korean
    """.split()
)
