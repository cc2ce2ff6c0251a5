"""The cards that answer no question: what there is to ask, where it comes from, and how to ask it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import Card, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.model.entries import Pack, Source
    from bot.model.reply import Option

_BLUE, _AMBER = 0x3B6FD4, 0xD98E04
_TOPICS = 24
_SAMPLES = 2
_PROBLEMS = 5


def topics(packs: Sequence[Pack]) -> dict[str, object]:
    """Every topic with the number of its questions and the first of them."""
    fields = [field for pack in packs for field in _topics(pack)]
    left = len(fields) - _TOPICS
    more = [Field("More topics", f"{left} more; ask in your own words.")] if left > 0 else []
    return Card(
        label="📚 Topics",
        color=_BLUE,
        title=_titles(packs),
        description="Pick a question with `/ask`, or ask in your own words.",
        fields=(*fields[:_TOPICS], *more),
    ).build()


def sources(packs: Sequence[Pack]) -> dict[str, object]:
    """Each source with its date and link, what it reports on, and whether we have read it ourselves."""
    fields = [_source(source, pack) for pack in packs for source in pack.sources.values()]
    about = "\n\n".join(limits.escape(limits.lines(pack.about), 600) for pack in packs if pack.about)
    return Card(
        label="📄 Source",
        color=_BLUE,
        title=_titles(packs),
        description=about or "Every answer names its source and the paragraph.",
        fields=tuple(fields),
        footer=" · ".join(limits.clean(f"as of {pack.as_of}") for pack in packs[:3] if pack.as_of),
    ).build()


def guide(packs: Sequence[Pack], examples: Sequence[Option]) -> dict[str, object]:
    """How to ask, with examples that are in the pack."""
    asked = "\n".join(f"• {limits.escape(limits.clean(example.question), 200)}" for example in examples)
    ways = (
        "`/ask` with suggestions while you type; add `private` to be the only one who sees the answer\n"
        "Mention me in a channel, or write to me in a direct message\n"
        "Then go on: “who said that?”, “when?”, “source?”"
    )
    marks = (
        "✅ an answer, with its footnote\n❔ several questions are close: pick one\n"
        "⚠️ the question presumes what the report does not say\n⛔ the report does not say"
    )
    return Card(
        label="👋 How to ask",
        color=_BLUE,
        title=_titles(packs),
        description="I answer from a curated report and put a footnote under every answer: "
        "who said it, which paragraph, which words. When the report does not say, I say so.",
        fields=(Field("Ways to ask", ways), *([Field("For example", asked)] if asked else []), Field("Marks", marks)),
        footer="/topics lists what there is · /source says where it comes from",
    ).build()


def broken(problem: str) -> dict[str, object]:
    """For curators: the saved pack can't be loaded, its first problems, and what goes on meanwhile."""
    found = [line for line in problem.splitlines() if line.strip()]
    shown = [f"• {limits.escape(limits.clean(line), 300)}" for line in found[:_PROBLEMS]]
    left = [f"and {len(found) - _PROBLEMS} more"] if len(found) > _PROBLEMS else []
    return Card(
        label="⚠️ The changed pack can't be loaded",
        color=_AMBER,
        description="\n".join([*shown, *left]),
        footer="The last good version goes on answering. Mend these lines and ask again.",
    ).build()


def _topics(pack: Pack) -> list[Field]:
    ordered = sorted(pack.entries, key=lambda entry: entry.topic)
    grouped = [(topic, [entry.question for entry in entries]) for topic, entries in groupby(ordered, lambda e: e.topic)]
    return [Field(_name(f"{topic} ({len(questions)})"), _listed(questions[:_SAMPLES])) for topic, questions in grouped]


def _listed(questions: Iterable[str]) -> str:
    return "\n".join(f"• {limits.escape(limits.clean(question), 150)}" for question in questions)


def _source(source: Source, pack: Pack) -> Field:
    behind = pack.sources.get(source.reports_on or "")
    about = [
        limits.escape(limits.clean(source.title), 300),
        limits.escape(limits.clean(f"Reports on: {behind.title}"), 300) if behind else "",
        "We have read it." if source.read else "We have not read it ourselves; we know it from the sources above.",
        limits.link("Open it", source.url) or "",
    ]
    name = ", ".join(filter(None, (source.publisher, source.kind, source.published)))
    return Field(_name(name), "\n".join(filter(None, about)))


def _titles(packs: Sequence[Pack]) -> str:
    return limits.escape(limits.clean(" · ".join(pack.title for pack in packs)), limits.TITLE)


def _name(text: str) -> str:
    return limits.escape(limits.clean(text), 200)
