"""Who said what: a comment is not the report's, a report is not the outlet's, and no answer blurs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.curation.findings import Finding, told
from bot.knowledge.nearest import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.findings import Desk
    from bot.model.entries import Citation, Entry, Fact, Pack, Source, Term

CARRIED: Final = frozenset({"assessment", "report"})
"""What passes through the source that an outlet reports on."""
_MUTE: Final = frozenset({"person", "place", "country", "term"})
"""Kinds of terms that are no institution, though a publisher's name may hold theirs."""
_ACRONYM: Final = 3
_SAYS: Final = (
    r"(?:say|assess|judge|report|believe|find|estimate|conclude|think|warn|state|note|suggest|argue|claim|tell|expect|"
    r"describe|count|write|announce|confirm|reveal|acknowledge|record)(?:s|es|d|ed)|said|found|thought|told|wrote|"
    r"say|assess|believe|conclude|think"
)
"""Verbs of saying; without an ending only those that are no nouns ("the Pentagon report")."""
_WHOSE: Final = r"(?:(?:['’]s?)?(?:\s+(?!not\b|no\b)[\w-]+){0,2}\s+|\s+)"
_THE: Final = r"(?:[\w’'-]+\s+){{0,3}}?"
_FORMS: Final = (
    r"{here}{whose}{says}\b",  # the Pentagon's new report says
    r"(?i:according\s+to|in\s+the\s+(?:view|words)\s+of)\s+" + _THE + "{here}",
    r"[,”\"]\s*{says}\s+" + _THE + "{here}",  # …, says the Pentagon
    r"{says}\s+by\s+" + _THE + "{here}",  # reported by the Pentagon
)
_DENIED: Final = re.compile(r"\b(?:not|no|nor|never|neither|nothing|none|unlike|whether|n[’']t)\b[^.,;:!?]{0,60}$")


def find(desk: Desk) -> Iterator[Finding]:
    """Check every cite's speaker against its basis, then every answer that rests on comments alone."""
    pack = desk.pack
    behind = institutions(desk)
    commenting = {cite.said_by for one in desk.cited for cite in one.cites if cite.basis == "comment"} - set(behind)
    cites = {cite.place: cite for one in desk.cited for cite in one.cites}
    for cite in cites.values():
        yield from _speaker(pack, cite, behind)
        yield from _basis(pack, cite, commenting)
    said_by_them = _attributions(pack, behind)
    for one in desk.cited:
        yield from _blurred(one, said_by_them)


def institutions(desk: Desk) -> dict[str, Term]:
    """The terms that stand behind the reports: named in the publisher of one, or an organisation that it quotes."""
    publishers = [source.publisher for source in _reported_on(desk.pack)]
    quoted = {cite.said_by for one in desk.cited for cite in one.cites if cite.basis in CARRIED}
    return {
        term.id: term
        for term in desk.pack.terms.values()
        if term.kind not in _MUTE and (term.id in quoted or any(_names(term, publisher) for publisher in publishers))
    }


def _speaker(pack: Pack, cite: Citation, behind: dict[str, Term]) -> Iterator[Finding]:
    if not pack.terms:
        return
    speaker = pack.terms.get(cite.said_by or "")
    outlet = speaker is not None and _is_outlet(speaker, pack.sources[cite.source])
    if cite.basis == "comment" and speaker is None:
        yield Finding(cite.place, "this comment has no speaker", "add `said_by: …`, an id of the glossary")
    elif cite.basis == "comment" and outlet:
        yield Finding(cite.place, "the outlet's own words are no comment", "say `basis: background`")
    elif cite.basis == "comment" and cite.said_by in behind:
        what = f"{shown(cite.said_by)} stands behind the report, so this is no comment"
        yield Finding(cite.place, what, "say `basis: report` or `assessment`, or name who commented")
    elif cite.basis == "background" and speaker is not None and not outlet:
        what = f"background is the outlet's own, not of {shown(cite.said_by)}"
        yield Finding(cite.place, what, "name the outlet, or choose another basis")


def _basis(pack: Pack, cite: Citation, commenting: set[str | None]) -> Iterator[Finding]:
    if cite.basis not in CARRIED:
        return
    if cite.said_by is not None and cite.said_by in commenting:
        what = f"{shown(cite.said_by)} comments elsewhere and can't be the report's voice here"
        yield Finding(cite.place, what, "say `basis: comment`, or name who speaks in the report")
    source = pack.sources[cite.source]
    if source.read and source.reports_on is None and _reported_on(pack):
        what = f"basis {cite.basis} needs a report behind {shown(cite.source)}"
        yield Finding(cite.place, what, "give the source its `reports_on`, or say `basis: comment` or `background`")


def _blurred(one: Entry | Fact, said_by_them: re.Pattern[str] | None) -> Iterator[Finding]:
    bases = {cite.basis for cite in one.cites}
    if said_by_them is None or "comment" not in bases or bases & CARRIED:
        return
    text = told(one)
    for match in said_by_them.finditer(text):
        if not _DENIED.search(text[: match.start()]):
            what = f"{shown(one.id)} says {shown(match[0])} of what a comment says"
            yield Finding(one.place, what, "name the one who commented")
            return


def _attributions(pack: Pack, behind: dict[str, Term]) -> re.Pattern[str] | None:
    """Match "the Pentagon says", "the Pentagon's new report suggests", "according to the DIA", "the report says"."""
    names = {name for term in behind.values() for name in (term.name, *term.aliases)}
    kinds = {source.kind for source in _reported_on(pack)}
    if not names and not kinds:
        return None
    who = "|".join(
        [*map(_spelling, sorted(names, key=len, reverse=True)), *(rf"(?i:{re.escape(kind)})" for kind in kinds)]
    )
    here = rf"(?<![\w-])(?:{who})(?![\w-])"
    return re.compile("|".join(form.format(here=here, says=f"(?i:{_SAYS})", whose=_WHOSE) for form in _FORMS))


def _spelling(name: str) -> str:
    return re.escape(name.upper()) if len(name) <= _ACRONYM else rf"(?i:{re.escape(name)})"


def _reported_on(pack: Pack) -> list[Source]:
    ids = {source.reports_on for source in pack.sources.values()}
    return [source for source in pack.sources.values() if source.id in ids]


def _is_outlet(term: Term, source: Source) -> bool:
    return source.publisher.casefold() in {name.casefold() for name in (term.name, *term.aliases)}


def _names(term: Term, publisher: str) -> bool:
    """Tell whether one of the term's names, acronyms aside, stands in the publisher's."""
    names = [name for name in (term.name, *term.aliases) if len(name) > _ACRONYM]
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", publisher, re.IGNORECASE) for name in names)
