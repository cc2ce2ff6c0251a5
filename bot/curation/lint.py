"""`footnote check`: what the loader would not load, or else everything about a sound pack that should be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.curation import attribution, copying, coverage, hedges, joining, lengths, likeness, phrasings, proofs
from bot.curation.findings import Desk
from bot.errors import KnowledgeError, Problem
from bot.knowledge import fingerprint
from bot.knowledge.folder import place_name
from bot.knowledge.loader import load_packs, pack_folders

if TYPE_CHECKING:
    from pathlib import Path

    from bot.knowledge.fingerprint import Fingerprint
    from bot.model.entries import Pack

CHECKS = (proofs, joining, coverage, lengths, phrasings, likeness, copying, hedges, attribution)


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at and what is to be mended, sorted by place; no packs where they could not be loaded."""

    packs: tuple[Pack, ...] = ()
    problems: tuple[Problem, ...] = ()


def check(folder: Path) -> Report:
    """Load a pack, or a folder of packs, and find every problem."""
    try:
        packs = load_packs(folder)
    except KnowledgeError as error:
        return Report(problems=error.problems)
    found = [problem for root, pack in zip(pack_folders(folder), packs, strict=True) for problem in _lint(root, pack)]
    return Report(packs, tuple(sorted(set(found))))


def _lint(root: Path, pack: Pack) -> list[Problem]:
    desk, problems = _opened(root, pack)
    for one in (finding for a_check in CHECKS for finding in a_check.find(desk)):
        problems.append(Problem(place_name(root / one.place.path), one.place.line, one.what, one.remedy))
    return problems


def _opened(root: Path, pack: Pack) -> tuple[Desk, list[Problem]]:
    """Read the fingerprints that there are; damaged ones are problems."""
    prints: dict[str, Fingerprint] = {}
    problems: list[Problem] = []
    damaged: set[str] = set()
    for name in pack.sources:
        path = root / "sources" / f"{name}.fingerprint"
        if path.is_file():
            try:
                prints[name] = fingerprint.read(path)
            except KnowledgeError as error:
                damaged.add(name)
                problems += error.problems
    return Desk(pack, prints, frozenset(damaged)), problems
