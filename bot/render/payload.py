"""A reply as the JSON object of the contract: a fixed order of keys, unknown fields null.

`line` is what a program reads: one line of ASCII, so that no terminal, locale or line splitter can change it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.model.reply import Answer, Clarify, Correct, Decline, Footnote, Reply
from bot.render import plain

if TYPE_CHECKING:
    from bot.model.reply import Option, Why

SCHEMA = 1


def line(reply: Reply) -> str:
    """The payload on one line, without a line break at its end."""
    return json.dumps(payload(reply))


def payload(reply: Reply) -> dict[str, object]:
    """The contract's object; `why` stands at its end only where the reply was asked to explain itself."""
    trace = reply.trace
    curated = reply if isinstance(reply, Answer | Correct) else None
    return {
        "schema": SCHEMA,
        "question": trace.question,
        "outcome": reply.outcome,
        "reason": reply.reason if isinstance(reply, Decline) else None,
        "pack": trace.pack,
        "entry": curated and curated.entry,
        "revision": curated and curated.revision,
        "match": curated and curated.match,
        "confidence": trace.confidence,
        "text": plain.text(reply),
        "citations": [_citation(footnote) for footnote in curated.citations] if curated else [],
        "options": [_option(option) for option in reply.options] if isinstance(reply, Clarify) else [],
        "related": [{"entry": near.entry, "question": near.question} for near in trace.related],
        "ranking": [{"entry": ranked.entry, "score": ranked.score} for ranked in trace.ranking],
        "encoder": trace.encoder,
        "elapsed_ms": trace.elapsed_ms,
    } | ({"why": _why(trace.why)} if trace.why else {})


def _citation(footnote: Footnote) -> dict[str, object]:
    return {
        "source": footnote.source,
        "title": footnote.title,
        "publisher": footnote.publisher,
        "published": footnote.published,
        "url": footnote.url,
        "paragraph": footnote.paragraph,
        "quote": footnote.quote,
        "said_by": footnote.said_by,
        "chain": [{"who": hand.who, "verb": hand.verb} for hand in footnote.chain],
        "basis": footnote.basis,
        "hedge": footnote.hedge,
    }


def _option(option: Option) -> dict[str, object]:
    return {"entry": option.entry, "question": option.question, "confidence": option.confidence}


def _why(why: Why) -> dict[str, object]:
    return {
        "read_as": why.read_as,
        "phrasing": why.phrasing,
        "features": dict(why.features),
        "verdicts": [{"guard": verdict.guard, "finding": verdict.finding} for verdict in why.verdicts],
        "resolved": [{"typed": typed, "read": read} for typed, read in why.resolved],
    }
