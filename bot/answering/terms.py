"""The term of the glossary that somebody means: by any of its spellings, begun or mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model.entries import Pack, Term

_NEAR = 72.0  # of 100; a swapped or missing letter in a short name keeps above it


def find(packs: Iterable[Pack], typed: str, limit: int = 25) -> tuple[Term, ...]:
    """The terms nearest to what is typed, best first; all of them, by name, for an empty text."""
    terms = [term for pack in packs for term in pack.terms.values()]
    return nearest(terms, typed, limit)


def nearest(terms: Sequence[Term], typed: str, limit: int = 25) -> tuple[Term, ...]:
    """The same among some terms."""
    wanted = _folded(typed)
    if not wanted:
        return tuple(sorted(terms, key=lambda term: term.name.casefold())[:limit])
    likely = {term.id: max(_likeness(wanted, spelling) for spelling in (term.name, *term.aliases)) for term in terms}
    near = [term for term in terms if likely[term.id] >= _NEAR]
    return tuple(sorted(near, key=lambda term: -likely[term.id])[:limit])


def named(packs: Iterable[Pack], typed: str) -> Term | None:
    """The one term that somebody means: called exactly so, or nearest to it."""
    return next(iter(find(packs, typed, 1)), None) if typed.strip() else None


def _likeness(typed: str, spelling: str) -> float:
    """From 0 to 100: the whole word, its beginning, the beginning of one of its words, a mistyped one."""
    name = _folded(spelling)
    if name == typed:
        return 100.0
    if name.startswith(typed):
        return 95.0
    if any(word.startswith(typed) for word in name.split()):
        return 90.0
    return max(fuzz.ratio(typed, name), fuzz.ratio(typed, name[: len(typed) + 1]) - 5)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(".", "").split())
