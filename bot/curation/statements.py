"""A text held against the packs, sentence by sentence: supported, said otherwise, hedge lost, or not covered.

Built from the replies to each sentence. What a sentence names or counts beyond the answer's own words is never taken
for supported: a question may leave out what a statement must not add.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.curation.hedges import ESTIMATIVE
from bot.matching.normalise import tokens
from bot.model.check import Finding
from bot.model.reply import Answer, Correct

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.model.reply import Reply

MOST: Final = 24
"""How many sentences of a text are looked at."""

_ABBREVIATED: Final = r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|Lt|St|vs|No)\.)(?<!\b(?:Mrs|Gen|Col|Sgt|etc)\.)"
_END: Final = re.compile(_ABBREVIATED + r"(?<=[.!?…])([\"”’')\]]*)\s+(?=\S)")
_MARK: Final = re.compile(r"^(?:[-*•>#]+|\d{1,2}[.)])\s+")
_YES: Final = re.compile(r"yes\b", re.IGNORECASE)
_NEGATED: Final = frozenset("no not never nobody none nothing neither nor without".split())
_DENYING: Final = _NEGATED | frozenset(
    "false untrue wrong incorrect deny denies denied doubt doubts doubted refuse refuses refused unlikely".split()
)
_MONTHS: Final = frozenset(name.casefold() for name in calendar.month_name if name and name != "May")
_TURNS: Final = (
    ("more", "less fewer"),
    ("rise rises rising rose grow grows growing grew", "fall falls falling fell drop drops dropping dropped"),
    ("increase increases increasing increased", "decrease decreases decreasing decreased decline declines declining"),
    ("before", "after"),
    ("north northern", "south southern"),
    ("east eastern", "west western"),
    ("first", "last"),
    ("begin begins began start starts started", "end ends ended stop stops stopped"),
)
_OPPOSITES: Final = tuple(
    (frozenset(one.split()), frozenset(other.split())) for pair in _TURNS for one, other in (pair, pair[::-1])
)
_WORDS: Final = 3  # a shorter sentence claims nothing that could be looked up


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text that state something; questions and scraps are left out."""
    pieces = (" ".join(_MARK.sub("", piece.strip()).split()) for piece in _END.sub(r"\1\n", text).splitlines())
    return tuple(piece for piece in pieces if not piece.endswith("?") and len(tokens(piece)) >= _WORDS)


def check(answerer: Answerer, text: str) -> tuple[Finding, ...]:
    """What the packs say of each sentence, at most `MOST` of them."""
    return tuple(_finding(answerer, sentence) for sentence in sentences(text)[:MOST])


def _finding(answerer: Answerer, sentence: str) -> Finding:
    reply = answerer.ask(sentence)
    bare = Finding(sentence=sentence, verdict="not_covered", says=_unsaid(reply))
    if not isinstance(reply, Answer | Correct):
        return bare
    passages = tuple(dict.fromkeys(c.paragraph for c in reply.citations if c.paragraph is not None))
    url = next((footnote.url for footnote in reply.citations), None)
    found = replace(bare, paragraphs=passages, url=url, entry=reply.entry)
    short = reply.short or reply.detail
    if isinstance(reply, Correct):
        presumed = reply.presumed.replace("the question", "the sentence")
        return replace(
            found, verdict="otherwise", says=f"{presumed[:1].upper()}{presumed[1:]}. The report says: {short}"
        )
    return _held(answerer, found, reply, short)


def _held(answerer: Answerer, found: Finding, reply: Answer, short: str) -> Finding:
    """What an answer makes of a sentence that asks for it."""
    if added := _added(answerer, found.sentence, reply):
        return replace(found, says=f"The nearest answer leaves out {added}. It says: {short}")
    if _contrary(found.sentence, reply):
        return replace(found, verdict="otherwise", says=f"The report says: {short}")
    if unsaid := _beyond(answerer, found.sentence, reply):
        return replace(found, says=f"The nearest answer does not speak of “{unsaid}”. It says: {short}")
    if reply.hedge and not _hedged(found.sentence, reply.hedge):
        return replace(found, verdict="hedge_lost", says=f"The source says “{reply.hedge}”: {short}")
    if reply.match == "low":
        return replace(found, says=f"The nearest answer, but not about quite the same: {short}")
    return replace(found, verdict="supported", says=short)


def _contrary(sentence: str, reply: Answer) -> bool:
    """Whether one of sentence and answer denies, gives another month, or goes the other way."""
    ours, theirs = _words(sentence), _words(_told(reply))
    denied = bool(ours & _DENYING) != bool(_words(_short(reply)) & _NEGATED)
    dated = bool(theirs & _MONTHS) and bool((ours & _MONTHS) - theirs)
    turned = any((ours & one) - theirs and (theirs & other) - ours for one, other in _OPPOSITES)
    return denied or dated or turned


def _beyond(answerer: Answerer, sentence: str, reply: Answer) -> str:
    """What a sentence says, names apart, beyond the answer's own words, if that is more than a third; else empty."""
    affirmed = _question(answerer, reply.entry) if _YES.match(_short(reply)) else ""
    told = f"{_told(reply)}. {affirmed}"
    known = {*answerer.meanings(told), *(token.stem for token in tokens(told))}
    said = {meaning: word for meaning, word in answerer.meanings(sentence).items() if not meaning.startswith("@")}
    beyond = [word for meaning, word in said.items() if not known & {meaning, *(token.stem for token in tokens(word))}]
    return ", ".join(beyond) if len(beyond) * 3 > len(said) else ""


def _short(reply: Answer) -> str:
    return reply.short or reply.detail


def _told(reply: Answer) -> str:
    """What an answer states in short, with its passages; ways of asking for it may take the contrary for granted."""
    passages = (f"{footnote.quote or ''}. {footnote.said_by or ''}" for footnote in reply.citations)
    return ". ".join([_short(reply), *passages])


def _words(text: str) -> set[str]:
    return {token.word for token in tokens(text)}


def _unsaid(reply: Reply) -> str:
    gap = getattr(reply, "gap", None)
    return str(getattr(reply, "says", "")) if gap else "No curated answer speaks of this."


def _added(answerer: Answerer, sentence: str, reply: Answer) -> str:
    """What a sentence names or counts, and neither the answer's short form, its question nor its passages do."""
    told = f"{_told(reply)}. {_question(answerer, reply.entry)}"
    known = answerer.named(told)
    names = [name for term, name in answerer.named(sentence).items() if term not in known]
    counts = sorted(_numbers(sentence) - _numbers(f"{told} {reply.detail}"))
    return ", ".join([*names, *counts])


def _question(answerer: Answerer, entry: str) -> str:
    return next((item.question for pack in answerer.packs for item in pack.entries if item.id == entry), "")


def _numbers(text: str) -> set[str]:
    return {token.word for token in tokens(text) if token.word[0].isdigit()}


def _hedged(sentence: str, hedge: str) -> bool:
    words, wanted = tokens(sentence), {token.stem for token in tokens(hedge) if token.content}
    return any(token.word in ESTIMATIVE or token.stem in wanted for token in words)
