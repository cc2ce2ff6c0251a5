"""Names to put in the place of others: a term spelt to fit a sentence, and names that the pack has never heard of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.matching.flips.asked import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.matching.flips.known import Known
    from bot.model.entries import Term

COUNTRIES = tuple(
    tuple(line.split())
    for line in """
    Brazil Brazilian Brazilians
    Kenya Kenyan Kenyans
    Norway Norwegian Norwegians
    Peru Peruvian Peruvians
    Canada Canadian Canadians
    Mexico Mexican Mexicans
    Malaysia Malaysian Malaysians
    Chile Chilean Chileans
    Nigeria Nigerian Nigerians
    Hungary Hungarian Hungarians
    """.strip().splitlines()
)
CITIES = ("Lisbon", "Oslo", "Nairobi", "Lima", "Dublin", "Manila", "Havana", "Calgary", "Zagreb", "Helsinki")
BODIES = ("the World Bank", "the Vatican", "Greenpeace", "the Red Cross", "Oxfam", "UNESCO")
_ADJECTIVE = re.compile(r"(?:ish|ese|ian|ean|ican|[knqt]i)$")
_PEOPLE = re.compile(r"(?:ians|eans|icans|[knqt]is|urks|ers)$")
_SHAPES = ((2, _PEOPLE), (1, _ADJECTIVE))
_NAME = 0


def spelt(term: Term, like: str) -> str:
    """A term's spelling of the same form as another word: a country as an adjective, as its people, or by its name."""
    same = (alias for alias in term.aliases if alias.isascii() and form(alias) == form(like))
    return term.name if form(like) == _NAME else next(same, term.name)


def form(written: str) -> int:
    """Whether a single word has the form of a name (0), an adjective (1) or a people (2)."""
    return next((at for at, shape in _SHAPES if " " not in written and shape.search(written)), _NAME)


def outside_countries(known: Known, like: str, seed: str) -> Iterator[str]:
    """Countries that the pack does not know, in the form of another word."""
    yield from _foreign((names[form(like)] for names in COUNTRIES), known, seed)


def outside_cities(known: Known, seed: str) -> Iterator[str]:
    """Cities that the pack does not know."""
    yield from _foreign(CITIES, known, seed)


def outside_bodies(known: Known, seed: str) -> Iterator[str]:
    """Organisations that the pack does not know."""
    yield from _foreign(BODIES, known, seed)


def _foreign(names: Iterable[str], known: Known, seed: str) -> Iterator[str]:
    return (name for name in ordered(names, seed) if known.foreign(name))
