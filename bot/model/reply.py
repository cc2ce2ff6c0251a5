"""What a reader gets: one of four outcomes, each a frozen value that every surface renders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

Outcome = Literal["answer", "clarify", "correct", "decline"]
Reason = Literal["not_covered", "out_of_scope", "not_a_question"]
Match = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Link:
    """One hand that the words went through: who, and what they did with them (assessed, reported, said)."""

    who: str
    verb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A citation as the reader sees it: names instead of ids; `url` opens the page at the words.

    `chain` runs from the originator to the outlet.
    """

    source: str
    title: str
    publisher: str
    published: str | None
    url: str
    paragraph: int | None
    quote: str | None
    said_by: str | None
    chain: tuple[Link, ...]
    basis: str
    hedge: str | None


@dataclass(frozen=True, slots=True)
class Option:
    """A curated question offered for choice, with the probability that it is the one meant."""

    entry: str
    question: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Related:
    """A curated question that lies near, offered for reading on."""

    entry: str
    question: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry or fact with its evidence, before the decision and its guards."""

    entry: str
    score: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one guard found: its name, and in words what it saw."""

    guard: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """How the reply came about, in words that a reader can check."""

    read_as: str
    phrasing: str | None
    features: tuple[tuple[str, float], ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    resolved: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What every reply tells about itself.

    `confidence` is the probability, 0 to 1, that the first of `ranking` answers the question, whatever the outcome.
    `elapsed_ms` counts from the text to the reply.
    """

    question: str
    pack: str | None = None
    confidence: float = 0.0
    ranking: tuple[Ranked, ...] = ()
    related: tuple[Related, ...] = ()
    encoder: str | None = None
    elapsed_ms: float = 0.0
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One entry is clearly meant; `lead` is what a follow-up asked for (who said it, when), before the answer."""

    outcome: ClassVar[Outcome] = "answer"
    trace: Trace
    entry: str
    revision: str
    match: Match
    short: str
    detail: str
    hedge: str | None
    citations: tuple[Footnote, ...]
    lead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """The question presupposes what the report does not say: `presumed` names it, the rest says what stands there."""

    outcome: ClassVar[Outcome] = "correct"
    trace: Trace
    entry: str
    revision: str
    match: Match
    presumed: str
    short: str
    detail: str
    hedge: str | None
    citations: tuple[Footnote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarify:
    """Two or three entries are close: `options`, most likely first."""

    outcome: ClassVar[Outcome] = "clarify"
    trace: Trace
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """Not answered: `says` is what the reader is told, `searched` how far the search went; never a citation."""

    outcome: ClassVar[Outcome] = "decline"
    trace: Trace
    reason: Reason
    says: str
    searched: str = ""
    gap: str | None = None


Reply = Answer | Clarify | Correct | Decline
