"""Why a reply came out as it did, as a card: in words, not in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.explain import distinct
from bot.render import limits
from bot.render.card import BLUE, Card, Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.model.entries import Pack
    from bot.model.reply import Reply, Trace, Why

_OUTCOMES = {
    "answer": "One curated answer was clearly meant, and nothing in the question speaks against it.",
    "correct": "One curated answer was meant, but the question takes for granted what is not said there.",
    "clarify": "Several curated answers are about equally close.",
    "gap": "Readers ask this, and curators have noted that the report does not say.",
    "decline": "No curated answer is close enough, or the words ask for something that none of them gives.",
}
_MATCHES = {"high": "as good as word for word", "medium": "close", "low": "loose"}
_RESOLVED, _VERDICTS, _NEAREST = 8, 6, 3
_NEAR = 0.01  # a candidate less likely than this came nowhere near


def why(reply: Reply, packs: Sequence[Pack] = ()) -> dict[str, object]:
    """How a question was read, what it came nearest to, and what the guards found; needs a reply that explains.

    `packs` lend the names of terms and the questions of entries.
    """
    names = {term.id: term.name for pack in packs for term in pack.terms.values()}
    names |= {entry.id: entry.question for pack in packs for entry in pack.entries}
    names |= {fact.id: fact.states for pack in packs for fact in pack.facts}
    declined = reply.outcome == "decline"
    found = _fields(reply.trace, reply.trace.why, names, declined=declined) if reply.trace.why else ()
    match = getattr(reply, "match", None)
    told = _OUTCOMES["gap" if getattr(reply, "gap", None) else reply.outcome] + (
        f" The match is {_MATCHES[match]}." if match else ""
    )
    return Card(label="🔎 Why this answer", color=BLUE, description=told, fields=tuple(found)).build()


def unasked(question: str, phrasings: int) -> dict[str, object]:
    """The same for an answer whose question can't be read any more, or that was picked by its curated question."""
    told = (
        f"This is the curated answer to “{limits.escape(limits.clean(question), 300)}”, kept with {phrasings} ways of "
        "asking it. It was picked from a list or by a button, or the message that asked for it can't be read any more."
    )
    return Card(label="🔎 Why this answer", color=BLUE, description=told).build()


def hung(asked: str, question: str) -> dict[str, object]:
    """The same for what was asked together with the question before it; `question` is the curated one, if any."""
    short, curated = (limits.escape(limits.clean(text), 300) for text in (asked, question))
    led = f"the curated answer to “{curated}”" if curated else "no curated answer"
    told = (
        f"“{short}” hung on the question before it: read together they led to {led}. "
        "Alone it does not (or the report's pack was changed since)."
    )
    return Card(label="🔎 Why this answer", color=BLUE, description=told).build()


def _fields(trace: Trace, why: Why, names: Mapping[str, str], *, declined: bool) -> Iterator[Field]:
    yield Field("Read as", _escaped(why.read_as))
    known = [(typed, names.get(read, read)) for typed, read in why.resolved]
    understood = [f"{typed} → {name}" for typed, name in known if typed.casefold() != name.casefold()]
    if understood:
        yield Field("Understood", "\n".join(map(_escaped, understood[:_RESOLVED])))
    if why.phrasing:
        yield Field("Nearest way of asking", _escaped(why.phrasing))
    verdicts = [f"• {_escaped(verdict.finding)}" for verdict in distinct(why.verdicts)[:_VERDICTS]]
    if verdicts or not declined:
        against = "\n".join(verdicts) or "Nothing: no name, number, date or role is at odds."
        yield Field("What speaks against it", against)
    near = [one.entry for at, one in enumerate(trace.ranking[:_NEAREST]) if not at or one.score >= _NEAR]
    if near:
        listed = [f"**{at}.** {_escaped(names.get(entry, entry))}" for at, entry in enumerate(near, start=1)]
        yield Field("Came nearest, in this order", "\n".join(listed))


def _escaped(text: str) -> str:
    return limits.escape(limits.clean(text), 250)
