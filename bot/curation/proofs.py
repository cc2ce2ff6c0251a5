"""Every quote in its paragraph and every link as it was, proved by the fingerprints without the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.curation.findings import Finding
from bot.knowledge.nearest import shown
from bot.knowledge.runs import words
from bot.model.entries import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.findings import Desk
    from bot.knowledge.fingerprint import Fingerprint, Verdict
    from bot.model.entries import Citation, Source

FEWEST, MOST = 4, 10
"""Words of a quote: fewer prove nothing, more would copy."""
_LINK = 512


def find(desk: Desk) -> Iterator[Finding]:
    """Check every source's link and fingerprint, then every cite as it was typed, once."""
    for source in desk.pack.sources.values():
        if source.id not in desk.damaged:
            yield from _link(source, desk.fingerprints.get(source.id))
    cites = {cite.place: cite for one in desk.cited for cite in one.cites}
    for cite in cites.values():
        yield from _cite(cite, desk.pack.sources[cite.source], desk.fingerprints.get(cite.source))


def _link(source: Source, fingerprint: Fingerprint | None) -> Iterator[Finding]:
    make = f"make it with `footnote fingerprint {source.id}{' FILE' if source.read else ''}`"
    if len(source.url) > _LINK:
        yield Finding(source.place, f"the url has {len(source.url)} characters, over {_LINK}", "find a shorter address")
    if fingerprint is None:
        yield Finding(source.place, f"the source {shown(source.id)} has no fingerprint", make)
    elif not fingerprint.is_of(source.url):
        what = f"the url of {shown(source.id)} is not the one that its fingerprint was made for"
        yield Finding(source.place, what, "put the address back, or make the fingerprint again from the new page")
    elif source.read and not fingerprint.paragraphs:
        place = Place(f"sources/{source.id}.fingerprint", 1)
        yield Finding(
            place, f"the fingerprint of {shown(source.id)} has no paragraphs", f"{make}, or say `read: false`"
        )


def _cite(cite: Citation, source: Source, fingerprint: Fingerprint | None) -> Iterator[Finding]:
    if cite.quote is None or cite.paragraph is None:
        if source.read:
            missing = "quote" if cite.quote is None else "paragraph"
            yield Finding(cite.place, f"this cite of {shown(source.id)} has no {missing}", f"add `{missing}: …`")
        return
    if not source.read:
        what = f"this quotes {shown(source.id)}, which is not read"
        yield Finding(cite.place, what, "cite the source that you read it in")
        return
    yield from _length(cite, cite.quote)
    if fingerprint is not None and fingerprint.paragraphs:
        yield from _place(cite, fingerprint.verify(cite.quote, cite.paragraph))


def _length(cite: Citation, quote: str) -> Iterator[Finding]:
    count = sum(1 for word in quote.split() if words(word))
    if count < FEWEST:
        yield Finding(
            cite.place, f"{shown(quote)} has {count} words", f"quote at least {FEWEST}, so that it can be proved"
        )
    if count > MOST:
        yield Finding(cite.place, f"{shown(quote)} has {count} words", f"cut the quote to {MOST}")


def _place(cite: Citation, verdict: Verdict) -> Iterator[Finding]:
    quote, others = shown(cite.quote), ", ".join(map(str, verdict.elsewhere))
    match verdict.kind:
        case "altered":
            what = f"{quote} does not stand in the source"
            yield Finding(cite.place, what, "copy the words exactly as they stand there")
        case "misplaced":
            what = f"{quote} does not stand in paragraph {cite.paragraph}"
            yield Finding(cite.place, what, f"it stands in paragraph {others}")
        case "not unique":
            what = f"{quote} stands in paragraph {cite.paragraph} and in {others}"
            yield Finding(cite.place, what, "quote a word more, so that the link opens at the right place")
        case _:
            pass
