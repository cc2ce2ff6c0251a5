"""`topics` and `source`: what can be asked, and what it all stands on."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import Knowledge, load_packs
from bot.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from bot.model.entries import Entry, Pack, Source

Name = Annotated[list[str] | None, typer.Argument(metavar="TOPIC", help="Show this topic's questions.")]


def topics(topic: Name = None, knowledge: Knowledge = None) -> None:
    """List what can be asked about."""
    packs = load_packs(knowledge)
    wanted = " ".join(topic or ())
    _show(_questions(packs, wanted) if wanted else _overview(packs))


def source(knowledge: Knowledge = None) -> None:
    """Show what the answers stand on, and what of it was read."""
    _show(part for pack in load_packs(knowledge) for part in _sources(pack))


def _show(parts: Iterable[RenderableType]) -> None:
    from bot.cli import consoles  # noqa: PLC0415 - rich only where somebody reads

    consoles.show(consoles.out(), *parts)


def _overview(packs: Iterable[Pack]) -> Iterator[RenderableType]:
    for pack in packs:
        yield _line("", pack.title, "bold")
        for name, entries in _by_topic(pack).items():
            yield _line("  · ", f"{name} ({len(entries)})")
    yield _line("", "See the questions of one: footnote topics TOPIC", "dim")


def _questions(packs: Iterable[Pack], wanted: str) -> Iterator[RenderableType]:
    found = {name.casefold(): (name, entries) for pack in packs for name, entries in _by_topic(pack).items()}
    name, entries = found.get(wanted.casefold()) or _one_starting(found, wanted)
    yield _line("", name, "bold")
    for entry in entries:
        yield _line("  · ", entry.question)


def _one_starting(found: dict[str, tuple[str, list[Entry]]], wanted: str) -> tuple[str, list[Entry]]:
    """The one topic that holds these words; raises InputError that names the nearest where it is not one."""
    holding = [topic for key, topic in found.items() if wanted.casefold() in key]
    if len(holding) == 1:
        return holding[0]
    near = get_close_matches(wanted.casefold(), found, n=1, cutoff=0.5)
    names = [topic[0] for topic in holding] or [found[key][0] for key in near] or [topic[0] for topic in found.values()]
    raise InputError(f"No topic is named “{wanted}”; choose one: {', '.join(names)}.")


def _by_topic(pack: Pack) -> dict[str, list[Entry]]:
    topics: dict[str, list[Entry]] = {}
    for entry in pack.entries:
        topics.setdefault(entry.topic, []).append(entry)
    return topics


def _sources(pack: Pack) -> Iterator[RenderableType]:
    yield _line("", pack.title, "bold")
    if pack.about:
        yield _line("  ", pack.about)
    dates = {"Covers": pack.covers, "As of": pack.as_of, "Review by": pack.review_by}
    for name, value in dates.items():
        if value:
            yield _line(f"  {name:<10} ", value)
    for number, entry in enumerate(pack.sources.values(), start=1):
        yield from _source(f"  {number}. ", entry, pack)


def _source(mark: str, entry: Source, pack: Pack) -> Iterator[RenderableType]:
    room = " " * len(mark)
    made = (entry.publisher, entry.author, entry.kind, entry.published and f"published {entry.published}")
    yield _line(mark, entry.title, "bold")
    yield _line(room, " · ".join(filter(None, made)))
    yield _line(room, "We have read it." if entry.read else "We have not read it; we know it through others.")
    if behind := pack.sources.get(entry.reports_on or ""):
        yield _line(room, f"Reports on: {behind.title}")
    yield _line(room, entry.url, "dim", unbroken=True)


def _line(mark: str, text: str, style: str = "", *, unbroken: bool = False) -> RenderableType:
    from rich.text import Text  # noqa: PLC0415

    from bot.render import limits  # noqa: PLC0415
    from bot.render.hanging import Hanging  # noqa: PLC0415

    return Hanging(mark, Text(limits.lines(text), style), unbroken=unbroken)


COMMANDS = (
    ("topics", topics, "footnote topics\n\nfootnote topics sinjar"),
    ("source", source, "footnote source"),
)
