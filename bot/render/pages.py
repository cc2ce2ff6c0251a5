"""The cards that answer no question: what there is to ask, where it comes from, and how to ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import BLUE, Card, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model.entries import Pack, Source
    from bot.model.reply import Related


def sources(packs: Sequence[Pack]) -> dict[str, object]:
    """Each source with its date and link, what it reports on, and whether we have read it ourselves."""
    fields = [_source(source, pack) for pack in packs for source in pack.sources.values()]
    about = "\n\n".join(limits.escape(limits.lines(pack.about), 600) for pack in packs if pack.about)
    return Card(
        label="📄 Source",
        color=BLUE,
        title=_titles(packs),
        description=about or "Every answer names its source and the paragraph.",
        fields=tuple(fields),
        footer=" · ".join(dated(pack) for pack in packs[:3] if pack.as_of or pack.review_by),
    ).build()


def guide(packs: Sequence[Pack], examples: Sequence[Related]) -> dict[str, object]:
    """How to ask, with examples that are in the pack."""
    asked = "\n".join(f"• {limits.escape(limits.clean(example.question), 200)}" for example in examples)
    ways = (
        "`/ask` with suggestions while you type; add `private` to be the only one who sees the answer\n"
        "Mention me in a channel, reply to me (where I answered a command, with a mention), or write to me in a direct "
        "message; up to three questions at once\n"
        "On anybody's message, under Apps: **Answer this**, or **Check against the report**\n"
        "Then go on: “who said that?”, “when?”, “source?”, or press a button"
    )
    more = (
        "`/topics` what there is to ask · `/about` a name · `/facts` by actor, place or period\n"
        "`/source` where it comes from · `/cite` for your own text · `/receipt` whether an answer still stands\n"
        "`/privacy` what is kept of what you ask"
    )
    marks = (
        "✅ an answer, with its footnote\n❔ several questions are close: pick one\n"
        "⚠️ the question presumes what the report does not say\n⛔ the report does not say"
    )
    return Card(
        label="👋 How to ask",
        color=BLUE,
        title=_titles(packs),
        description="I answer from a curated report and put a footnote under every answer: "
        "who said it, which paragraph, which words. When the report does not say, I say so.",
        fields=(
            Field("Ways to ask", ways),
            *([Field("For example", asked)] if asked else []),
            Field("Marks", marks),
            Field("Look around", more),
        ),
    ).build()


def privacy() -> dict[str, object]:
    """What is kept of what somebody asks."""
    return Card(
        label="🔒 Privacy",
        color=BLUE,
        description="I read only what is addressed to me: my commands and buttons, messages that mention me, "
        "and direct messages. I can't read the rest of a channel.",
        fields=(
            Field(
                "What I keep, and how long",
                "Your last six questions in a channel, for 15 minutes and in memory alone, so that “who said that?” "
                "has something to point at. They are gone when I restart. The log has no text of messages.",
            ),
            Field(
                "What you can do",
                "Ask with `private`, or in a direct message. Under every answer of mine that you asked for is a button "
                "that deletes it; moderators have it too.",
            ),
            Field("Who answers", "Curated texts, on the machine where I run. No question is sent to anybody else."),
        ),
    ).build()


def repeated(question: str, url: str, minutes: int) -> dict[str, object]:
    """The same answer stands above: a link instead of saying it again."""
    ago = f"{minutes} minute{'' if minutes == 1 else 's'} ago" if minutes else "just now"
    asked = limits.escape(limits.clean(question), 300)
    return Card(
        label="↑ Answered above", color=BLUE, description=f"**{asked}**\nI answered that here {ago}: {url}"
    ).build()


def none_of_these() -> dict[str, object]:
    """None of the questions that were offered was meant."""
    told = "Then no curated answer is close to it. Ask it in other words, with a name or a place, or see `/topics`."
    return Card(label="❔ None of these", color=BLUE, description=told).build()


def reading_on(near: Sequence[Related]) -> dict[str, object]:
    """Questions that lie near an answer, by number."""
    listed = [f"**{number}.** {limits.escape(limits.clean(q.question), 300)}" for number, q in enumerate(near, 1)]
    told = "\n".join(listed) or "No other curated question lies near this one; see `/topics`."
    return Card(label="➡️ Related", color=BLUE, description=told).build()


def dated(pack: Pack) -> str:
    """Give what a pack holds as of which day, and when it is due for review."""
    dates = {"as of": pack.as_of, "review by": pack.review_by}
    return limits.clean(", ".join(f"{name} {date}" for name, date in dates.items() if date))


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
