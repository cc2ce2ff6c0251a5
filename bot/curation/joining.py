"""Quotes of one paragraph that join into a long passage: each is a fragment, and together they would be a copy."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations
from typing import TYPE_CHECKING, Final

from bot.curation.findings import Finding
from bot.knowledge.nearest import shown
from bot.knowledge.runs import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.curation.findings import Desk
    from bot.knowledge.fingerprint import Fingerprint
    from bot.model.entries import Citation

LONGEST: Final = 12
"""Words in a row that all quotes of a pack together may show of a source."""
Words = tuple[str, ...]


def find(desk: Desk) -> Iterator[Finding]:
    """Join what overlaps or adjoins among the quotes of each paragraph, and name every run that is too long."""
    for (source, paragraph), cites in _by_paragraph(desk).items():
        fingerprint = desk.fingerprints.get(source)
        if fingerprint is not None:
            for run in _runs(cites, fingerprint, paragraph):
                yield from _too_long(run, cites, source)


def _by_paragraph(desk: Desk) -> dict[tuple[str, int], list[Citation]]:
    cites = {cite.place: cite for one in desk.cited for cite in one.cites if cite.quote and cite.paragraph is not None}
    found = defaultdict(list)
    for place in sorted(cites, key=lambda place: (place.path, place.line)):
        found[cites[place].source, cites[place].paragraph or 0].append(cites[place])
    return found


def _runs(cites: list[Citation], fingerprint: Fingerprint, paragraph: int) -> frozenset[Words]:
    def stands(run: Words) -> bool:
        return fingerprint.verify(" ".join(run), paragraph).kind in {"ok", "not unique"}

    return joined(frozenset(words(cite.quote or "") for cite in cites), stands)


def joined(quotes: frozenset[Words], stands: Callable[[Words], bool]) -> frozenset[Words]:
    """The runs that quotes make where one holds, overlaps or adjoins another; `stands` tells what is in the source."""
    for one, other in permutations(sorted(quotes), 2):
        if whole := _whole(one, other, stands):
            return joined(quotes - {one, other} | {whole}, stands)
    return quotes


def _whole(one: Words, other: Words, stands: Callable[[Words], bool]) -> Words | None:
    if _holds(one, other):
        return one
    ends = (one + other[shared:] for shared in range(len(other), -1, -1) if one[len(one) - shared :] == other[:shared])
    return next(filter(stands, ends), None)


def _holds(run: Words, quote: Words) -> bool:
    return any(run[at : at + len(quote)] == quote for at in range(len(run) - len(quote) + 1))


def _too_long(run: Words, cites: list[Citation], source: str) -> Iterator[Finding]:
    if len(run) > LONGEST:
        first, *others = [cite.place for cite in cites if _holds(run, words(cite.quote or ""))]
        what = f"with others of {shown(source)} this quote joins into {len(run)} words, {shown(' '.join(run))}"
        elsewhere = ", ".join(dict.fromkeys(f"{place.path}:{place.line}" for place in others))
        yield Finding(first, what, f"shorten it or those in {elsewhere}, to {LONGEST} in a row at most")
