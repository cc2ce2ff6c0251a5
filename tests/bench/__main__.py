"""Footnote's matcher beside what one would use instead, on public sets, and the bot in a crowd: `make bench`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tests.bench import engines, growth, load, page, sets, tables
from tests.bench.measuring import alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.growth import Step
    from tests.bench.tables import Table

WIDTH = 120  # where the output is no terminal
GROWTH, LOAD = "growth", "load"


def main(arguments: Sequence[str] | None = None, folder: Path = sets.SETS) -> int:
    """Measure what is asked for, print it, and write the page if one is wanted."""
    given = _parser().parse_args(arguments)
    console = Console() if sys.stdout.isatty() else Console(width=WIDTH)
    there = sets.found(folder)
    if not there:
        console.print("Skipped: the public sets (../shared/bench beside the checkout) are not on this machine.")
    parts = [*(path.name for path in there), *([GROWTH] if there else []), LOAD]
    if fault := _fault(given.only, given.html, parts):
        print(fault, file=sys.stderr)  # noqa: T201 - as it is, not wrapped
        return 2
    wanted = given.only or parts
    most = sets.QUICK if given.quick else None
    found = [_set(path, most, console) for path in there if path.name in wanted]
    sizes = growth.SIZES + (growth.LARGE if given.large else ())
    if found:
        console.print(tables.KEY, "")
    steps = _growth(folder, sizes, console) if GROWTH in wanted else []
    crowds = _load(load.QUICK if given.quick else load.SECONDS, console) if LOAD in wanted else None
    if given.html:
        given.html.write_text(page.page(found, steps, crowds), encoding="utf-8")
    return 0


def _fault(only: Sequence[str], html: Path | None, parts: Sequence[str]) -> str | None:
    """What is wrong with the arguments, said before anything is measured."""
    if unknown := [name for name in only if name not in parts]:
        return f"There is no {', '.join(unknown)}; there are {', '.join(parts)}."
    if html and (html.is_dir() or not html.parent.is_dir()):
        return f"{html} can't be written: name a file in a folder that exists."
    return None


def _set(path: Path, most: int | None, console: Console) -> Table:
    bench = sets.read(path, most)
    texts = [question.text for question in bench.questions]
    results = {}
    for name in engines.names():
        with console.status(f"{bench.name}: {name}"):
            results[name] = alone(name, bench.known, texts)
    table = tables.of_set(bench, results)
    console.print(tables.drawn(table))
    return table


def _growth(folder: Path, sizes: Sequence[int], console: Console) -> list[Step]:
    steps = []
    with console.status("growth") as status:
        for step in growth.steps(folder, sizes):
            steps.append(step)
            status.update(f"growth, beyond {step.phrasings:,} phrasings")
    if steps:
        console.print(tables.drawn(tables.of_growth(steps)))
    else:
        console.print(f"Skipped the growth: it is sampled from {' and '.join(growth.SAMPLED)}.")
    return steps


def _load(seconds: int, console: Console) -> Table:
    with console.status("load"):
        table = tables.of_load(dict(load.runs(seconds)), seconds)
    console.print(tables.drawn(table))
    return table


def _parser() -> ArgumentParser:
    parser = ArgumentParser("make bench", description=__doc__)
    parser.add_argument(
        "--only", action="append", default=[], metavar="SET", help=f"only this set, {GROWTH} or {LOAD} (repeatable)"
    )
    parser.add_argument(
        "--quick", action="store_true", help=f"{sets.QUICK} questions of each set, evenly spread, and a short load"
    )
    large = " and ".join(f"{size:,}" for size in growth.LARGE)
    parser.add_argument("--large", action="store_true", help=f"let the packs grow to {large} phrasings, too")
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="write a page with the tables and the plots of growth"
    )
    return parser


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
