"""Validated files into the pack's frozen values, each with the place it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from bot.model.entries import Citation, Entry, Fact, Gap, Pack, Place, Source, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge.schema import (
        CiteKeys,
        EntryKeys,
        FactKeys,
        FactsFile,
        GapsFile,
        PackKeys,
        QaFile,
        SourceKeys,
        TermKeys,
    )
    from bot.knowledge.yaml_nodes import Listing, Mapping


@dataclass(frozen=True, slots=True)
class Files:
    """A pack's files after validation, with the values as typed beside them for their lines."""

    pack: PackKeys
    sources: dict[str, SourceKeys]
    terms: dict[str, TermKeys]
    qa: dict[str, QaFile]
    facts: dict[str, FactsFile]
    gaps: GapsFile | None
    typed: dict[str, Mapping]


def build(files: Files, content_hash: str) -> Pack:
    """Make the pack; entries take over the cites of their facts after their own."""
    facts = tuple(_facts(files))
    return Pack(
        **dict(files.pack),
        sources=dict(_sources(files)),
        terms=dict(_terms(files)),
        entries=tuple(_entries(files, {fact.id: fact for fact in facts})),
        facts=facts,
        gaps=tuple(_gaps(files)),
        content_hash=content_hash,
    )


def _sources(files: Files) -> Iterator[tuple[str, Source]]:
    for (name, keys), line in zip(files.sources.items(), _key_lines(files, "sources.yaml"), strict=True):
        yield name, Source(id=name, place=Place("sources.yaml", line), **dict(keys))


def _terms(files: Files) -> Iterator[tuple[str, Term]]:
    for (name, keys), line in zip(files.terms.items(), _key_lines(files, "glossary.yaml"), strict=True):
        yield name, Term(id=name, place=Place("glossary.yaml", line), **(dict(keys) | {"name": keys.name or name}))


def _facts(files: Files) -> Iterator[Fact]:
    for path, file in files.facts.items():
        topic = file.topic or PurePosixPath(path).stem
        for keys, typed in zip(file.facts, _items(files, path, "facts"), strict=True):
            yield _fact(keys, typed, path, topic)


def _fact(keys: FactKeys, typed: Mapping, path: str, topic: str) -> Fact:
    given = dict(keys) | {"cites": _cites(keys.cites, typed, path)}
    return Fact(topic=topic, place=Place(path, typed.line), **given)


def _entries(files: Files, facts: dict[str, Fact]) -> Iterator[Entry]:
    for path, file in files.qa.items():
        for keys, typed in zip(file.entries, _items(files, path, "entries"), strict=True):
            yield _entry(keys, typed, Place(path, typed.line), file.topic, facts)


def _entry(keys: EntryKeys, typed: Mapping, place: Place, topic: str, facts: dict[str, Fact]) -> Entry:
    own = _cites(keys.cites, typed, place.path)
    lent = [cite for name in keys.facts for cite in facts[name].cites]
    given = dict(keys) | {"cites": _without_repeats([*own, *lent])}
    return Entry(topic=topic, place=place, **given)


def _without_repeats(cites: list[Citation]) -> tuple[Citation, ...]:
    """Keep the first of cites that prove the same passage."""
    first: dict[object, Citation] = {}
    for cite in cites:
        passage = cite.quote.casefold() if cite.quote else (cite.said_by, cite.basis)
        first.setdefault((cite.source, cite.paragraph, passage), cite)
    return tuple(first.values())


def _gaps(files: Files) -> Iterator[Gap]:
    for keys, typed in zip(files.gaps.gaps if files.gaps else (), _items(files, "gaps.yaml", "gaps"), strict=True):
        about = keys.about or (keys.asks[0] if keys.asks else keys.id)
        yield Gap(place=Place("gaps.yaml", typed.line), **(dict(keys) | {"about": about}))


def _cites(cites: tuple[CiteKeys, ...], typed: Mapping, path: str) -> tuple[Citation, ...]:
    lines = [item.line for item in _listed(typed, "cites")]
    return tuple(Citation(place=Place(path, line), **dict(keys)) for keys, line in zip(cites, lines, strict=True))


def _items(files: Files, path: str, key: str) -> list[Mapping]:
    return _listed(files.typed[path], key) if path in files.typed else []


def _listed(typed: Mapping, key: str) -> list[Mapping]:
    listing = cast("Listing", next((value for name, value in typed.items() if name == key), None) or [])
    return cast("list[Mapping]", listing)


def _key_lines(files: Files, path: str) -> list[int]:
    return [key.line for key in files.typed.get(path, ())]
