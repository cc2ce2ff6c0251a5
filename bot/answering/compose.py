"""From a pack's entry to what the reader sees: names for ids, the chain of hands, and the link to the words."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from bot.answering.policy import HIGH, MEDIUM
from bot.knowledge.text_fragment import link
from bot.model.entries import Entry, Fact
from bot.model.reply import Answer, Footnote, Link, Match, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model.entries import Citation, Pack, Source
    from bot.model.reply import Trace

REVISION_DIGITS = 4
MOST_RELATED = 4


def answer(pack: Pack, item: Entry | Fact, trace: Trace, lead: str | None = None) -> Answer:
    """The curated answer of an entry or fact with its footnotes."""
    short, detail = (item.short or item.answer, item.answer) if isinstance(item, Entry) else (item.states, "")
    return Answer(
        trace=trace,
        entry=item.id,
        revision=revision(item),
        match=match(trace.confidence),
        short=short,
        detail=beyond(short, detail),
        hedge=hedge(item.cites),
        citations=tuple(footnote(pack, cite) for cite in item.cites),
        lead=lead,
    )


def beyond(short: str, whole: str) -> str:
    """The fuller text without the short answer, where that is its first sentence: no surface says a thing twice."""
    stem = short.rstrip(".")
    rest = whole.removeprefix(stem)
    ends = not rest or rest[0] == "." or (stem[-1:] in {"!", "?", "…", "”"} and rest[0].isspace())
    return rest.lstrip(". \n") if rest != whole and ends else whole


def match(confidence: float) -> Match:
    """The confidence in a word."""
    return "high" if confidence >= HIGH else "medium" if confidence >= MEDIUM else "low"


def revision(item: Entry | Fact) -> str:
    """A short hash of what was said, how surely, and on which words it rests; it changes when any of them does."""
    said = (item.short, item.answer) if isinstance(item, Entry) else (item.states,)
    rests = (
        (c.source, str(c.paragraph), c.quote or "", c.said_by or "", c.verb or "", c.basis, c.hedge or "")
        for c in item.cites
    )
    text = "\n".join([item.id, *said, *("\t".join(cite) for cite in rests)])
    return sha256(text.encode()).hexdigest()[:REVISION_DIGITS]


def hedge(cites: tuple[Citation, ...]) -> str | None:
    """The estimative words of the passages, each once."""
    return ", ".join(dict.fromkeys(cite.hedge for cite in cites if cite.hedge)) or None


def footnote(pack: Pack, cite: Citation) -> Footnote:
    """A citation with names instead of ids, and a link that opens the page at the words."""
    source = pack.sources[cite.source]
    return Footnote(
        source=source.id,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=link(source.url, cite.quote) if cite.quote else source.url,
        paragraph=cite.paragraph,
        quote=cite.quote,
        said_by=pack.terms[cite.said_by].name if cite.said_by else None,
        chain=tuple(chain(pack, cite, source)),
        basis=cite.basis,
        hedge=cite.hedge,
    )


def chain(pack: Pack, cite: Citation, source: Source) -> Iterator[Link]:
    """The hands from the originator to the outlet.

    Only an assessment or a report passed through the source that the outlet reports on; a comment was made to the
    outlet, and background is its own.
    """
    speaker = pack.terms[cite.said_by].name if cite.said_by else None
    behind = pack.sources.get(source.reports_on or "") if cite.basis in {"assessment", "report"} else None
    between = (behind.author or behind.publisher) if behind else None
    if speaker and speaker not in {source.publisher, between}:
        yield Link(speaker, cite.verb or ("assessed" if cite.basis == "assessment" else "said"))
    if between:
        yield Link(between, "reported")
    yield Link(source.publisher, "wrote")


def related(pack: Pack, ids: tuple[str, ...]) -> tuple[Related, ...]:
    """The main questions of some entries."""
    questions = {entry.id: entry.question for entry in pack.entries}
    return tuple(Related(key, questions[key]) for key in dict.fromkeys(ids) if key in questions)[:MOST_RELATED]
