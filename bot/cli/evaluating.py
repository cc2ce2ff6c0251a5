"""`eval`: how well the packs answer a file of questions whose right answers are known."""

from __future__ import annotations

import dataclasses
import json as jsonlib
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import Json, Knowledge, open_desk, settings
from bot.cli.polite import complain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.table import Table

    from bot.curation.evaluate import Report

File = Annotated[Path, typer.Argument(metavar="FILE", help="Questions, one object a line; what is right is in each.")]
MinRight = Annotated[
    float | None,
    typer.Option("--min-right", metavar="PERCENT", min=0, max=100, help="Exit with 1 if fewer are answered right."),
]
MaxWrong = Annotated[
    float | None,
    typer.Option("--max-wrong", metavar="PERCENT", min=0, max=100, help="Exit with 1 if more are answered wrong."),
]
Failures = Annotated[bool, typer.Option("--failures", help="Name every question that was not answered right.")]
_COUNTS = ("total", "answerable", "right", "wrong", "unheld", "clarified", "declined")
_MISSED = 1


def evaluate(
    file: File,
    json: Json = False,  # noqa: FBT002
    min_right: MinRight = None,
    max_wrong: MaxWrong = None,
    failures: Failures = False,  # noqa: FBT002
    knowledge: Knowledge = None,
) -> None:
    """Put a file of questions: right, wrong, clarified, declined, by kind."""
    from bot.curation import evaluate as evaluation  # noqa: PLC0415 - commands load only what they need

    questions = evaluation.read_questions(file)
    desk = open_desk(settings(knowledge))
    with _progress(len(questions)) as advance:
        report = evaluation.evaluate(desk.answerer.ask, questions, advance)
    if json:
        sys.stdout.write(jsonlib.dumps(dataclasses.asdict(report), default=str) + "\n")
    else:
        _show(report, failures=failures)
    missed = list(_missed(report, min_right, max_wrong))
    for sentence in missed:
        complain(sentence)
    if missed:
        raise typer.Exit(_MISSED)


def _missed(report: Report, min_right: float | None, max_wrong: float | None) -> Iterator[str]:
    """What falls short: right among the answerable questions, wrong among all."""
    right = _percent(report.right, report.answerable)
    wrong = _percent(report.wrong, report.total)
    if min_right is not None and right < min_right:
        yield f"{right:.1f} % of the answerable questions are answered right, fewer than {min_right:g} %."
    if max_wrong is not None and wrong > max_wrong:
        yield f"{wrong:.1f} % of all questions are answered wrong, more than {max_wrong:g} %."


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0 * bool(part)


def _show(report: Report, *, failures: bool) -> None:
    from bot.cli import consoles  # noqa: PLC0415 - rich only where somebody reads
    from bot.render import limits  # noqa: PLC0415

    out = consoles.out()
    consoles.show(out, _table(report))
    for verdict in report.verdicts if failures else ():
        if verdict.verdict != "right":
            entry = getattr(verdict.reply, "entry", None) or verdict.reply.outcome
            line = f"{verdict.verdict}: {verdict.question.question} → {entry}"
            out.print(limits.clean(line), soft_wrap=True)


def _table(report: Report) -> Table:
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("kind")
    for name in _COUNTS:
        table.add_column(name, justify="right")
    for kind, counts in (*sorted(report.by_kind.items()), ("all", report)):
        table.add_row(
            kind, *(str(getattr(counts, name)) for name in _COUNTS), style="bold" if counts is report else None
        )
    return table


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr while questions are put; nothing where stderr is no terminal."""
    from rich.progress import Progress  # noqa: PLC0415

    from bot.cli import consoles  # noqa: PLC0415

    console = consoles.err()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("Asking", total=total)
        yield lambda: progress.advance(task)


COMMANDS = (
    (
        "eval",
        evaluate,
        "footnote eval tests/eval/development.jsonl --failures\n\nfootnote eval FILE --min-right 75 --max-wrong 3",
    ),
)
