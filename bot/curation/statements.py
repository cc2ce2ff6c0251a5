"""A text held against the packs, sentence by sentence: supported, said otherwise, hedge lost, or not covered.

Built from the replies to each sentence. What a sentence names or counts beyond the answer's own words is never taken
for supported: a question may leave out what a statement must not add.
"""

from __future__ import annotations

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
_NO: Final = re.compile(r"no\b\s*[,.:;!–—-]", re.IGNORECASE)
_NEGATED: Final = frozenset("no not never nobody none nothing neither nor without".split())
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
    if _NO.match(short) and not _NEGATED & {token.word for token in tokens(found.sentence)}:
        return replace(found, verdict="otherwise", says=f"The report says: {short}")
    if reply.hedge and not _hedged(found.sentence, reply.hedge):
        return replace(found, verdict="hedge_lost", says=f"The source says “{reply.hedge}”: {short}")
    if reply.match == "low":
        return replace(found, says=f"The nearest answer, but not about quite the same: {short}")
    return replace(found, verdict="supported", says=short)


def _unsaid(reply: Reply) -> str:
    gap = getattr(reply, "gap", None)
    return str(getattr(reply, "says", "")) if gap else "No curated answer speaks of this."


def _added(answerer: Answerer, sentence: str, reply: Answer) -> str:
    """What a sentence names or counts, and neither the answer's short form, its question nor its passages do."""
    passages = (f"{footnote.quote or ''}. {footnote.said_by or ''}" for footnote in reply.citations)
    told = ". ".join([reply.short or reply.detail, _question(answerer, reply.entry), *passages])
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
