"""A reply for a terminal: outcomes differ by symbol and label first, by colour second.

Every text goes through `_words`: it is never markup, and control characters and bidi marks are gone from it.
Print with `Console.print(render(reply), crop=False)`: links keep their whole length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.style import Style
from rich.text import Text

from bot.model.reply import Answer, Clarify, Correct, Decline, Footnote, Reply
from bot.render import limits
from bot.render.explain import explain
from bot.render.hanging import Hanging
from bot.render.plain import sentence
from bot.render.premise import without_verdict
from bot.render.unread import unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from bot.model.entries import Pack
    from bot.model.reply import Option, Related

_LABELS = {
    "answer": ("✓ Answer", "bold green"),
    "correct": ("≠ Not as the report has it", "bold yellow"),
    "clarify": ("? Did you mean", "bold blue"),
    "gap": ("∅ The report does not say", "bold magenta"),
    "not_covered": ("∅ No curated answer", "bold magenta"),
    "out_of_scope": ("∅ Not what this report is about", "bold magenta"),
    "not_a_question": ("· Ask me a question", "bold magenta"),
}
_MATCHES = {"high": "", "medium": " · likely meant", "low": " · perhaps meant"}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INDENT = "  "
_NEAR = 3


def render(reply: Reply, packs: Sequence[Pack] = ()) -> Group:
    """The whole reply, top to bottom, explained where it carries why; `packs` tell what was not read."""
    caveat = unread(reply.citations, packs) if isinstance(reply, Answer | Correct) else ""
    why = [explain(reply.trace)] if reply.trace.why else []
    return Group(*_spaced([*_parts(reply), [_said(caveat, "dim")] if caveat else [], why]))


def offered(reply: Reply) -> Sequence[Option | Related]:
    """The curated questions that are listed by number below a reply, in that order."""
    match reply:
        case Clarify():
            return reply.options
        case Correct():
            return ()
    return reply.trace.related[:_NEAR]


def _parts(reply: Reply) -> list[list[RenderableType]]:
    match reply:
        case Answer():
            return _answer(reply)
        case Correct():
            return _correct(reply)
        case Clarify():
            return _clarify(reply)
        case Decline():
            return _decline(reply)


def _answer(reply: Answer) -> list[list[RenderableType]]:
    leads = [_said(text, "bold") for text in (reply.lead, reply.short) if text]
    head = _label("answer", _MATCHES[reply.match])
    detail: list[RenderableType] = [_said(reply.detail)] if reply.detail else []
    return [[head, *leads], detail, _chip(reply.hedge), _footnotes(reply.citations), _near("See also", reply)]


def _correct(reply: Correct) -> list[list[RenderableType]]:
    short = without_verdict(reply.short or reply.detail)
    instead = Hanging(_INDENT, Text.assemble(("The report says: ", "dim"), _words(short, "bold")))
    detail = [_said(without_verdict(reply.detail))] if reply.short and reply.detail else []
    return [
        [_label("correct"), _said(sentence(reply.presumed[:1].upper() + reply.presumed[1:])), instead],
        [*detail],
        _chip(reply.hedge),
        _footnotes(reply.citations),
    ]


def _clarify(reply: Clarify) -> list[list[RenderableType]]:
    return [[_label("clarify"), *_listed(reply, "bold")], [_said("None of these? Ask it in other words.", "dim")]]


def _decline(reply: Decline) -> list[list[RenderableType]]:
    searched: list[RenderableType] = [_said(sentence(reply.searched), "dim")] if reply.searched else []
    return [[_label("gap" if reply.gap else reply.reason), _said(reply.says)], searched, _near("It does answer", reply)]


def _near(title: str, reply: Reply) -> list[RenderableType]:
    listed = _listed(reply)
    return [_said(f"{title}:", "dim"), *listed] if listed else []


def _listed(reply: Reply, style: str = "") -> list[RenderableType]:
    numbered = enumerate(offered(reply), start=1)
    return [Hanging(f"{_INDENT}{number}. ", _words(option.question, style)) for number, option in numbered]


def _footnotes(footnotes: Sequence[Footnote]) -> list[RenderableType]:
    before = (None, *(footnote.source for footnote in footnotes))
    numbered = enumerate(zip(footnotes, before, strict=False), start=1)
    return [
        part
        for number, (footnote, source) in numbered
        for part in _footnote(number, footnote, titled=footnote.source != source)
    ]


def _footnote(number: int, footnote: Footnote, *, titled: bool) -> Iterator[RenderableType]:
    mark = f"{_INDENT}{str(number).translate(_SUPERSCRIPT)} "
    room = " " * len(mark)
    yield Hanging(mark, _words(_chain(footnote)))
    if footnote.quote:
        yield Hanging(room, _words(f"“{footnote.quote}”", "italic"))
    if titled:
        yield Hanging(room, _words(" · ".join(filter(None, (footnote.title, footnote.published))), "dim"))
    yield Hanging(room, _link(footnote.url), unbroken=True)


def _chain(footnote: Footnote) -> str:
    hands = [f"{hand.who} ({hand.verb})" if hand.verb else hand.who for hand in footnote.chain[:-1]]
    outlet = footnote.chain[-1].who if footnote.chain else footnote.publisher
    where = outlet if footnote.paragraph is None else f"{outlet} ¶{footnote.paragraph}"
    return " → ".join((*hands, where))


def _link(url: str) -> Text:
    address = limits.clean(url)
    return Text(address, Style(dim=True, link=address))


def _chip(hedge: str | None) -> list[RenderableType]:
    return [Hanging(_INDENT, Text.assemble(("≈ hedged: ", "dim"), _words(hedge, "bold reverse")))] if hedge else []


def _label(kind: str, addition: str = "") -> Text:
    label, style = _LABELS[kind]
    return Text.assemble((label, style), (addition, "dim"))


def _said(text: str, style: str = "") -> Hanging:
    return Hanging(_INDENT, _words(text, style))


def _words(text: str, style: str = "") -> Text:
    return Text(limits.lines(text), style)


def _spaced(blocks: Iterable[Sequence[RenderableType]]) -> Iterator[RenderableType]:
    """The parts that there are, a blank line between them."""
    for number, block in enumerate(block for block in blocks if block):
        yield from ([Text()] if number else [])
        yield from block
