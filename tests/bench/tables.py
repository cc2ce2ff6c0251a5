"""The figures as rows of text, the same for the terminal and the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.bench.engines import WRATIO
from tests.bench.load import RATE
from tests.bench.scores import quantile, score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table as Drawn

    from tests.bench.growth import Step
    from tests.bench.measuring import Measured
    from tests.bench.sets import BenchSet

NONE: Final = "–"
KEY: Final = (
    "acc@1: the best guess is right, of those in scope. AUROC: in against out of scope. cover: answered right, of those"
    " in scope, if at most 2 % of answers may be wrong. right (of those in scope) and wrong (of all asked): at the "
    "default floor. × WRatio: p50 as a multiple of WRatio's. MB: peak of a process that only learns and asks."
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain text under heads; the first column names the row."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def of_set(bench: BenchSet, results: Mapping[str, Measured | None]) -> Table:
    """One set, a row an engine; one that ran out of memory has no figures."""
    out = sum(question.entry is None for question in bench.questions)
    asked = f"{len(bench.questions)} questions of {bench.asked}, {out} of them out of scope"
    title = f"{bench.name}: {len(bench.known)} entries with {bench.phrasings} phrasings, {asked}"
    heads = ("engine", "acc@1", "AUROC", "cover", "right", "wrong", "p50 ms", "p99 ms", "× WRatio", "MB", "build s")
    naive = results.get(WRATIO)
    rows = ((name, *(_figures(bench, result, naive) if result else ())) for name, result in results.items())
    return Table(title, heads, tuple((*row, *[NONE] * (len(heads) - len(row))) for row in rows))


def of_growth(steps: Sequence[Step]) -> Table:
    """How everything grows, a row a size."""
    heads = ("phrasings", "build s", "MB", "p50 ms", "WRatio p50 ms", "× WRatio")
    rows = (
        (
            f"{one.phrasings:,}",
            number(one.build, 1),
            number(one.peak, 0),
            number(one.p50, 2),
            number(one.wratio, 2),
            _ratio(one.p50, one.wratio),
        )
        for one in steps
    )
    return Table("Growth: words alone, packs sampled from CLINC150 and BANKING77", heads, tuple(rows))


def of_load(results: Mapping[str, Mapping[str, str]], seconds: int) -> Table:
    """How a crowd fared on the wire, a row a run; times are to the first response."""
    heads = ("matching", *next(iter(results.values())))
    title = f"Load: {RATE} asks a second for {seconds} s on a simulated Discord's wire"
    return Table(title, heads, tuple((name, *found.values()) for name, found in results.items()))


def drawn(table: Table) -> Drawn:
    """The same for a terminal."""
    from rich.table import Table as Drawn  # noqa: PLC0415 - the processes that measure import this file's neighbours

    shown = Drawn(title=table.title, title_justify="left")
    for number, head in enumerate(table.heads):
        shown.add_column(head, justify="right" if number else "left", no_wrap=True)
    for row in table.rows:
        shown.add_row(*row)
    return shown


def number(value: float | None, digits: int) -> str:
    """A number, or a dash for none."""
    return NONE if value is None else f"{value:,.{digits}f}"


def _figures(bench: BenchSet, result: Measured, naive: Measured | None) -> tuple[str, ...]:
    found = score(bench.questions, result.guesses)
    shares = (found.accuracy, found.auroc, found.coverage, found.right, found.wrong)
    p50, p99 = quantile(result, 0.5), quantile(result, 0.99)
    return (
        *(NONE if share is None else f"{100 * share:.1f}" for share in shares),
        number(p50, 2),
        number(p99, 2),
        _ratio(p50, quantile(naive, 0.5) if naive else None),
        number(result.peak, 0),
        number(result.build, 1),
    )


def _ratio(ours: float | None, naive: float | None) -> str:
    return NONE if ours is None or not naive else f"{ours / naive:.2f}"
