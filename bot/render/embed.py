"""A reply as a Discord embed: a plain dict that keeps every limit of Discord by construction.

The four outcomes differ in symbol, label and colour, so that none of the three is needed to tell them apart.
Every text is shown letter by letter: whatever a curator or an asker wrote, it is never markdown, mention or link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model.reply import Answer, Clarify, Correct, Decline, Footnote, Reply
from bot.render import limits
from bot.render.card import AMBER, BLUE, GREEN, GREY, Card, Field
from bot.render.premise import without_verdict
from bot.render.receipt import code
from bot.render.unread import unread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.entries import Pack

_SURE = {"high": "✅ Answer", "medium": "✅ Answer · close match", "low": "✅ Answer · loose match"}
_DECLINED = {
    "gap": "⛔ The report does not say",
    "not_covered": "⛔ No curated answer",
    "out_of_scope": "⛔ Not what this report is about",
    "not_a_question": "👋 Ask me a question",
}
_WAYS = "/help shows how to ask, /topics what there is to ask"
_MEANT = "❔ Did you mean …"
_FOOTNOTES = 4
OPTIONS = 3
"""How many questions "Did you mean" offers."""
NEAREST = 3
"""How many of the nearest questions a decline lists, by number."""
OPEN = "Open the source at these words"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def embed(reply: Reply, packs: Sequence[Pack] = (), today: str = "") -> dict[str, object]:
    """The embed of a reply; `packs` lend the curated question, the as-of date and what we have not read.

    `today`, an ISO date, tells whether the pack's review is overdue.
    """
    match reply:
        case Answer():
            return _answer(reply, packs, today).build()
        case Correct():
            return _correct(reply, packs, today).build()
        case Clarify():
            return _clarify(reply).build()
        case Decline():
            return _decline(reply).build()


def _answer(reply: Answer, packs: Sequence[Pack], today: str) -> Card:
    title = question(reply, packs)  # of a fact without a question of its own: what it states
    short = [_bold(reply.lead), _body(reply.short)] if reply.lead else [_bold(reply.short)]
    return Card(
        label=_SURE[reply.match],
        color=GREEN,
        title=title if title != limits.escape(limits.clean(reply.short), limits.TITLE) else "",
        description=_paragraphs([*short, _chip(reply.hedge), _body(reply.detail)]),
        fields=_footnotes(reply.citations),
        footer=_footer(reply, packs, today),
    )


def _correct(reply: Correct, packs: Sequence[Pack], today: str) -> Card:
    presumed = "**Not as asked:** " + limits.escape(limits.clean(reply.presumed), 400)
    short = without_verdict(limits.clean(reply.short or reply.detail))
    says = "**The report says:** " + limits.escape(short, 600)
    detail = _body(without_verdict(reply.detail)) if reply.short else ""
    return Card(
        label="⚠️ The report says otherwise",
        color=AMBER,
        title=question(reply, packs),
        description=_paragraphs([f"{presumed}\n{says}", _chip(reply.hedge), detail]),
        fields=_footnotes(reply.citations),
        footer=_footer(reply, packs, today),
    )


def _clarify(reply: Clarify) -> Card:
    if len(reply.options) == 1:
        asked = f"**{limits.escape(limits.clean(reply.options[0].question), 300)}**"
        return Card(label=_MEANT, color=BLUE, description=f"{asked}\n\nIf not, ask it in other words.")
    offered = [
        f"**{number}.** {limits.escape(limits.clean(option.question), 300)}"
        for number, option in enumerate(reply.options[:OPTIONS], start=1)
    ]
    return Card(
        label=_MEANT,
        color=BLUE,
        description="\n".join([*offered, "", "Pick one below, or ask it in other words."]),
    )


def _decline(reply: Decline) -> Card:
    near = [limits.escape(limits.clean(related.question), 200) for related in reply.trace.related[:NEAREST]]
    listed = "\n".join(f"**{number}.** {question}" for number, question in enumerate(near, start=1))
    fields = [Field("The report does answer", listed)] if near else []
    return Card(
        label=_DECLINED["gap" if reply.gap else reply.reason],
        color=GREY,
        description=_paragraphs([_body(reply.says)]),
        fields=tuple(fields),
        footer=_WAYS if reply.reason == "not_a_question" else limits.clean(reply.searched),
    )


def question(reply: Answer | Correct, packs: Sequence[Pack]) -> str:
    """Give the curated question that a reply answers, as a title."""
    entries = (entry for pack in packs for entry in pack.entries if entry.id == reply.entry)
    facts = (fact for pack in packs for fact in pack.facts if fact.id == reply.entry)
    curated = next((entry.question for entry in entries), None) or next((" ".join(f.asks[:1]) for f in facts), None)
    return limits.escape(limits.clean(curated or reply.trace.question), limits.TITLE)


def _footnotes(citations: Sequence[Footnote]) -> tuple[Field, ...]:
    fields = [_footnote(number, footnote) for number, footnote in enumerate(citations[:_FOOTNOTES], start=1)]
    more = len(citations) - _FOOTNOTES
    return (*fields, Field("Further passages", f"{more} more")) if more > 0 else tuple(fields)


def _footnote(number: int, footnote: Footnote) -> Field:
    where = [limits.escape(limits.clean(footnote.publisher), 100), _paragraph(footnote)]
    name = f"{str(number).translate(_SUPERSCRIPT)} {' '.join(filter(None, where))} · {limits.clean(footnote.basis)}"
    parts = [_chain(footnote), _quote(footnote), limits.link(OPEN, footnote.url)]
    return Field(limits.cut(name, limits.FIELD_NAME), "\n".join(filter(None, parts)))


def _chain(footnote: Footnote) -> str:
    hands = [
        limits.escape(limits.clean(f"{hand.who} ({hand.verb})" if hand.verb else hand.who), 80)
        for hand in footnote.chain[:4]
    ]
    return " → ".join(hands)


def _paragraph(footnote: Footnote) -> str:
    return "" if footnote.paragraph is None else f"¶{footnote.paragraph}"


def _quote(footnote: Footnote) -> str:
    return f"“{limits.escape(limits.clean(footnote.quote), 120)}”" if footnote.quote else ""


def _footer(reply: Answer | Correct, packs: Sequence[Pack], today: str) -> str:
    pack = next((pack for pack in packs if pack.id == reply.trace.pack), None)
    first = reply.citations[0] if reply.citations else None
    parts = [
        ", ".join(filter(None, (first.publisher, first.published))) if first else "",
        f"as of {pack.as_of}" if pack and pack.as_of and not (first and first.published == pack.as_of) else "",
        code(reply),
    ]
    line = " · ".join(limits.cut(limits.clean(part), 150) for part in parts if part)
    return "\n".join(filter(None, (unread(reply.citations, packs), _overdue(pack, today), line)))


def _overdue(pack: Pack | None, today: str) -> str:
    due = pack.review_by if pack else None
    late = due and due < today
    return limits.cut(limits.clean(f"⏳ Due for review since {due}: it may be out of date."), 100) if late else ""


def _bold(text: str | None) -> str:
    escaped = limits.escape(limits.clean(text or ""), 600)
    return f"**{escaped}**" if escaped else ""


def _chip(hedge: str | None) -> str:
    return limits.chip(f"≈ hedged: {hedge}", 100) if hedge else ""


def _body(text: str) -> str:
    return limits.escape(limits.lines(text), 1400)


def _paragraphs(texts: Sequence[str]) -> str:
    return "\n\n".join(text for text in texts if text)
