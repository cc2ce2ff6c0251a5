"""Place changes: the same somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.flips.asked import ordered
from bot.matching.flips.clause import contrasts
from bot.matching.flips.naming import outside_cities, outside_countries
from bot.matching.guards.names import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked, Change
    from bot.matching.flips.known import Known
    from bot.model.entries import Term

_INSIDE = frozenset("in inside within across throughout".split())
_APART = 1.0  # degrees: of two places nearer to each other, one may lie in the other


def place(asked: Asked, known: Known) -> Iterator[Change]:
    """A place that the answer names too replaced by one far from it, or by one that the pack does not know."""
    if contrasts(asked):
        return
    for at, word in enumerate(asked.words):
        term = known.lexicon.terms.get(word.token.term or "")
        heads = asked.text[word.end :].lstrip("\"”'").startswith(":")  # a strange heading may be no part of a question
        if term is None or heads or not known.supported(asked.owner, word.token):
            continue
        if term.kind in PLACES and not _common(asked, word.written, term, known):
            names = [*_far(term, asked, known)[:2], *list(outside_cities(known, asked.text))[:2]]
            yield from (asked.put((word, name)) for name in ordered(names, asked.text))
        elif term.kind == "country" and asked.before(at, _INSIDE) and not _adjective(asked, at):
            yield from (asked.put((word, name)) for name in outside_countries(known, term.name, asked.text))


def _far(term: Term, asked: Asked, known: Known) -> list[str]:
    """Places of the pack, neither near the one nor regions that may hold it; a region is left for cities abroad."""
    if _region(term, known):
        return []
    barred = known.named(asked.owner) | known.wide | {term.id}
    found = [
        other.name
        for other in known.lexicon.terms.values()
        if other.kind in PLACES and other.id not in barred and not _region(other, known) and _apart(term, other)
    ]
    return ordered(found, asked.text)


def _common(asked: Asked, written: str, term: Term, known: Known) -> bool:
    """Whether a place is called by a common word: `the strongholds`, `their border`."""
    return written.islower() and (not asked.text.islower() or _region(term, known))


def _region(term: Term, known: Known) -> bool:
    """Whether a place is named after something greater: `northern Iraq`, not `Oslo`."""
    read = known.lexicon.read(term.name)
    return any(part.startswith("@") and part != f"@{term.id}" for token in read for part in token.parts)


def _apart(one: Term, other: Term) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    return max(abs(one.lat - other.lat), abs(one.lon - other.lon)) > _APART


def _adjective(asked: Asked, at: int) -> bool:
    """`in Iraqi hands`: a country that belongs to the next word."""
    word = asked.words[at].token
    return word.surface.endswith(("'s", "ish", "ian", "i", "can", "ese", "kan"))
