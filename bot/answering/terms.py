"""The term of the glossary that somebody means, by any of its spellings, and the terms near to what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from bot.answering.slips import folded, slipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model.entries import Pack, Term

_NEAR = 79.0  # of 100, from which on a spelling is offered; below, `Putin` is near to `posing`


def find(packs: Iterable[Pack], typed: str, limit: int = 25) -> tuple[Term, ...]:
    """The terms nearest to what is typed, best first; all of them, by name, for an empty text."""
    return nearest(_all(packs), typed, limit)


def nearest(terms: Sequence[Term], typed: str, limit: int = 25) -> tuple[Term, ...]:
    """The same among some terms."""
    wanted = folded(typed)
    if not wanted:
        return tuple(sorted(terms, key=lambda term: term.name.casefold())[:limit])
    likely = {term.id: _nearness(wanted, term) for term in terms}
    near = [term for term in terms if likely[term.id] >= _NEAR]
    return tuple(sorted(near, key=lambda term: -likely[term.id])[:limit])


def named(packs: Iterable[Pack], typed: str, among: Sequence[Term] | None = None) -> Term | None:
    """The one term that is called so, `among` some if need be: by one of its spellings, or one with a slip in it.

    What is the name of another term is no slip; neither is what may be a slip of two.
    """
    wanted, terms = folded(typed), _all(packs)
    called = [term for term in terms if wanted and wanted in _spellings(term)]
    slips = [term for term in terms if any(slipped(wanted, spelling) for spelling in _spellings(term))]
    found = called or (slips if len({term.id for term in slips}) == 1 else [])
    return next((term for term in found if among is None or term in among), None)


def _all(packs: Iterable[Pack]) -> list[Term]:
    return [term for pack in packs for term in pack.terms.values()]


def _spellings(term: Term) -> set[str]:
    return {folded(spelling) for spelling in (term.name, *term.aliases)}


def _nearness(typed: str, term: Term) -> float:
    """How near the nearest spelling is; of two terms as near the one whose name it is comes before its alias."""
    aliases = max((_likeness(typed, folded(alias)) for alias in term.aliases), default=0.0)
    return max(_likeness(typed, folded(term.name)), aliases - 1)


def _likeness(typed: str, name: str) -> float:
    """From 0 to 100: the whole name, its beginning, the beginning of its later words, a mistyped name or beginning."""
    if name == typed:
        return 100.0
    if name.startswith(typed):
        return 95.0
    if f" {typed}" in name:
        return 90.0
    if slipped(typed, name):
        return 88.0
    if slipped(typed, name[: len(typed)]):
        return 85.0
    return fuzz.ratio(typed, name)
