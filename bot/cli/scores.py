"""The tables that `eval` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from bot.curation.evaluation import figures as words
from bot.curation.evaluation.measures import measure
from bot.render import limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.curation.evaluation.flipping import Tally
    from bot.curation.evaluation.judging import Report

_COUNTS = ("total", "answerable", "first", "right", "wrong", "unheld", "clarified", "declined")


def by_kind(report: Report) -> Table:
    """How many questions of each kind went which way; all of them in the last row."""
    table = _table()
    table.add_column("kind", no_wrap=True)
    for name in _COUNTS:
        table.add_column(name, justify="right", no_wrap=True)
    for kind, counts in (*sorted(report.by_kind.items()), ("all", report)):
        row = (str(getattr(counts, name)) for name in _COUNTS)
        table.add_row(limits.clean(kind), *row, style="bold" if counts is report else None)
    return table


def flips(tallies: Sequence[Tally]) -> Table:
    """How many flips were answered plainly, and how many perturbations were not, by kind."""
    table = _table()
    table.add_column("kind", no_wrap=True)
    for name in ("made", "went wrong"):
        table.add_column(name, justify="right", no_wrap=True)
    for kept, said in ((False, "flips answered"), (True, "perturbations lost")):
        some = [tally for tally in tallies if tally.kept == kept]
        for tally in some:
            table.add_row(tally.kind, str(tally.total), str(len(tally.failed)))
        table.add_row(said, str(sum(t.total for t in some)), str(sum(len(t.failed) for t in some)), style="bold")
    return table


def figures(report: Report) -> Table:
    """The headline figures, with what they rest on."""
    table = _table()
    table.add_column("figure", no_wrap=True)
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("of, 95 % interval")
    for one in words.figures(report, measure(report.verdicts)):
        table.add_row(one.name, one.value, one.rests_on)
    return table


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=0)
