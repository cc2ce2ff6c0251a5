"""Flips and perturbations of the packs' own phrasings: what must not be answered plainly, and what still must."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.matching.flips import Known, flips, perturbations
from bot.model.reply import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.answerer import Answerer
    from bot.matching.flips import Flip, Perturbation
    from bot.matching.matcher import Matcher


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of change: how many were asked, and those that went wrong, as `changed ← original`.

    A flip goes wrong by being answered plainly from the passage that its original asks for, a perturbation (`kept`) by
    not being answered from it.
    """

    kind: str
    kept: bool
    total: int
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A changed phrasing, and what it is a phrasing of."""

    matcher: Matcher
    change: Flip | Perturbation
    kept: bool


def made(answerer: Answerer) -> tuple[Made, ...]:
    """Every flip and perturbation of the answerer's packs; the same in every run."""
    return tuple(
        Made(matcher, change, kept)
        for matcher in answerer.matchers
        for known in [Known.of(matcher.candidates, matcher.lexicon)]
        for make, kept in ((flips, False), (perturbations, True))
        for change in make(known)
    )


def tallies(answerer: Answerer, changes: tuple[Made, ...], progress: Callable[[], None]) -> tuple[Tally, ...]:
    """Ask every changed phrasing, and count by kind."""
    total: dict[tuple[str, bool], int] = defaultdict(int)
    failed: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for one in changes:
        key = one.change.kind, one.kept
        total[key] += 1
        if _answered(answerer, one) != one.kept:
            failed[key].append(f"{one.change.text} ← {one.change.original}")
        progress()
    return tuple(Tally(*key, count, tuple(failed[key])) for key, count in total.items())


def _answered(answerer: Answerer, one: Made) -> bool:
    """Whether the reply is a plain answer from the passage that the original asks for."""
    reply = answerer.ask(one.change.text)
    return isinstance(reply, Answer) and reply.trace.pack == one.matcher.pack.id and reply.entry in set(_same(one))


def _same(one: Made) -> Iterator[str]:
    own = one.matcher.candidate(one.change.candidate)
    return (other.id for other in one.matcher.candidates if other is own or other.shares_passage(own))
