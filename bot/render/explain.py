"""Why a reply came out as it did, in the terminal: what was read, what was found, what each guard saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from bot.render import limits
from bot.render.hanging import Hanging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model.reply import Trace, Why


def explain(trace: Trace) -> Group:
    """The explanation of a reply; empty where none was asked for."""
    return Group(*(_row(name, text) for name, text in _rows(trace, trace.why))) if trace.why else Group()


def _row(name: str, text: str) -> Hanging:
    return Hanging(f"  {name:<10} ", Text(limits.clean(text)))


def _rows(trace: Trace, why: Why) -> Iterator[tuple[str, str]]:
    yield "Read as", why.read_as
    for typed, read in why.resolved:
        yield "Resolved", f"{typed} → {read}"
    if why.phrasing:
        yield "Nearest", why.phrasing
    for verdict in why.verdicts:
        yield "Guard", f"{verdict.guard}: {verdict.finding}"
    if why.features:
        yield "Evidence", ", ".join(f"{name} {value:.2f}" for name, value in why.features)
    for ranked in trace.ranking:
        yield "Ranked", f"{ranked.score:.3f} {ranked.entry}"
    yield "Confidence", f"{trace.confidence:.2f} · {trace.encoder or 'lexical'} · {trace.elapsed_ms:.1f} ms"
