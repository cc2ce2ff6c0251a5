"""What a curator writes, as frozen values. Dates are ISO 8601 text, as precise as the source allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Basis = Literal["assessment", "report", "comment", "background"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a pack: `path` relative to the pack's folder, `line` from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publication; `reports_on` names the source behind it, `read` whether we have read it ourselves."""

    id: str
    title: str
    publisher: str
    url: str
    kind: str = "article"
    published: str | None = None
    accessed: str | None = None
    reports_on: str | None = None
    read: bool = True
    author: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One passage: `paragraph` counts from 0, `quote` is a fragment of at most 10 words, `said_by` a term's id."""

    source: str
    paragraph: int | None = None
    quote: str | None = None
    said_by: str | None = None
    verb: str | None = None
    basis: Basis = "background"
    hedge: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One question with its curated answer; `cites` already holds what `facts` lend it.

    `also` are phrasings that this entry answers, `not_` look-alikes that it does not.
    """

    id: str
    topic: str
    question: str
    also: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    short: str = ""
    answer: str
    cites: tuple[Citation, ...]
    facts: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    reviewed: str | None = None
    place: Place

    @property
    def phrasings(self) -> tuple[str, ...]:
        """The main question first, then every other way of asking."""
        return (self.question, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One dated or placed statement; `where` and `who` are term ids, `when` a date, month, year or `from/to`."""

    id: str
    topic: str
    states: str
    asks: tuple[str, ...] = ()
    when: str | None = None
    where: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that readers ask and the report does not say; `says` is what they are told, `see` where to look."""

    id: str
    about: str
    asks: tuple[str, ...]
    says: str
    see: tuple[str, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A person, group, place or word of the report, with the spellings that people type."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "term"
    line: str = ""
    lat: float | None = None
    lon: float | None = None
    role: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything that one report's folder says; `content_hash` changes with any byte of it."""

    id: str
    title: str
    language: str = "en"
    covers: str | None = None
    as_of: str | None = None
    review_by: str | None = None
    greeting: str = ""
    about: str = ""
    sources: dict[str, Source] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    facts: tuple[Fact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    content_hash: str = ""
