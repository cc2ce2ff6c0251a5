"""`eval`: how well the packs answer a file of questions whose right answers are known."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import asdict
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import Json, Knowledge, open_desk, settings
from bot.cli.polite import complain
from bot.errors import InputError
from bot.render import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.curation.evaluation.baseline import Difference
    from bot.curation.evaluation.judging import Counts, Report

File = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="Questions, one object a line; what is right is in each.")
]
Flips = Annotated[
    bool,
    typer.Option("--flips", help="Put the packs' phrasings, changed so that none, or still all, may be answered."),
]
MinRight = Annotated[
    float | None,
    typer.Option("--min-right", metavar="PERCENT", min=0, max=100, help="Exit with 1 if fewer are answered right."),
]
MaxWrong = Annotated[
    float | None,
    typer.Option("--max-wrong", metavar="PERCENT", min=0, max=100, help="Exit with 1 if more are answered wrong."),
]
Against = Annotated[
    Path | None,
    typer.Option("--against", metavar="LAST", help="What --json printed before: exit with 1 if any is newly wrong."),
]
Html = Annotated[Path | None, typer.Option("--html", metavar="PAGE", help="Also write a page with plots and tables.")]
Failures = Annotated[bool, typer.Option("--failures", help="Name every question that did not go as it should.")]
_MISSED = 1
_WIDE = 200  # a pipe has no edge: nothing is cut to fit


def evaluate(  # noqa: PLR0913, PLR0917 - they are the command line's
    file: File = None,
    flips: Flips = False,  # noqa: FBT002
    json: Json = False,  # noqa: FBT002
    html: Html = None,
    min_right: MinRight = None,
    max_wrong: MaxWrong = None,
    against: Against = None,
    failures: Failures = False,  # noqa: FBT002
    knowledge: Knowledge = None,
) -> None:
    """Put a file of questions: right, wrong, clarified, declined, by kind, and how sure."""
    from bot.curation.evaluation import baseline, judging, page, payload, questions  # noqa: PLC0415 - only what is needed

    if flips and any(given is not None for given in (file, html, min_right, max_wrong, against)):
        raise InputError("--flips puts the packs' own phrasings: leave out the file and what judges or compares it.")
    if flips:
        _flip(knowledge, json=json, failures=failures)
        return
    if file is None:
        raise InputError("Nothing to put: name a file of questions, or say --flips.")
    asked = questions.read_questions(file)
    before = None if against is None else baseline.read_baseline(against)
    _check_place(html, file, against)
    answerer = open_desk(settings(knowledge)).answerer
    with _progress(len(asked)) as advance:
        report = judging.evaluate(answerer, asked, advance)
    difference = None if before is None else baseline.compare(before, report.verdicts)
    if html:
        html.write_text(page.page(report, difference, file.name), encoding="utf-8")
    if json:
        sys.stdout.write(payload.line(report, difference) + "\n")
    else:
        _show(report, difference, failures=failures)
    _leave([*_newly_wrong(difference), *_missed(report, min_right, max_wrong)])


def _flip(knowledge: Path | None, *, json: bool, failures: bool) -> None:
    from bot.curation.evaluation import flipping  # noqa: PLC0415 - commands load only what they need

    answerer = open_desk(settings(knowledge)).answerer
    changes = flipping.made(answerer)
    with _progress(len(changes)) as advance:
        found = flipping.tallies(answerer, changes, advance)
    if json:
        sys.stdout.write(dumps([asdict(tally) for tally in found], ensure_ascii=False) + "\n")
        return
    from bot.cli import consoles, scores  # noqa: PLC0415 - rich only where somebody reads

    out = consoles.out()
    consoles.show(out, scores.flips(found))
    for tally in found if failures else ():
        for text in tally.failed:
            out.print(f"{tally.kind}: {limits.clean(text)}", soft_wrap=True, markup=False, highlight=False)


def _check_place(html: Path | None, *read: Path | None) -> None:
    """Better said before the questions are put than after; and what is read is never written over."""
    if html and (html.is_dir() or not html.absolute().parent.is_dir()):
        raise InputError(f"{html} can't be written; name a file in a folder that is there.")
    if html and any(one and html.absolute() == one.absolute() for one in read):
        raise InputError(f"{html} is read here, so the page can't be written to it; name another file.")


def _leave(missed: list[str]) -> None:
    for sentence in missed:
        complain(sentence)
    if missed:
        raise typer.Exit(_MISSED)


def _newly_wrong(difference: Difference | None) -> Iterator[str]:
    from bot.curation.evaluation.wording import turned  # noqa: PLC0415 - commands load only what they need

    for change in difference.newly_wrong if difference else ():
        yield turned(change)


def _missed(report: Counts, min_right: float | None, max_wrong: float | None) -> Iterator[str]:
    """What falls short: right among the answerable questions, wrong among all."""
    right = _percent(report.right, report.answerable)
    wrong = _percent(report.wrong, report.total)
    if min_right is not None and right < min_right:
        yield f"{right:.1f} % of the answerable questions are answered right, fewer than {min_right:g} %."
    if max_wrong is not None and wrong > max_wrong:
        yield f"{wrong:.1f} % of all questions are answered wrong, more than {max_wrong:g} %."


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0 * bool(part)


def _show(report: Report, difference: Difference | None, *, failures: bool) -> None:
    from bot.cli import consoles, scores  # noqa: PLC0415 - rich only where somebody reads
    from bot.curation.evaluation import wording  # noqa: PLC0415

    out = consoles.out()
    if not out.is_terminal:
        out.width = _WIDE
    consoles.show(out, scores.by_kind(report), scores.figures(report))
    lines: list[Iterable[str]] = [wording.failures(report)] if failures else []
    if difference:
        lines.append(wording.differences(difference))
    for line in (line for some in lines for line in some):
        out.print(line, soft_wrap=True)


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
        (
            "footnote eval tests/eval/development.jsonl --failures\n\n"
            "footnote eval --flips\n\n"
            "footnote eval FILE --json > last.json\n\n"
            "footnote eval FILE --against last.json --min-right 75 --max-wrong 3 --html eval.html"
        ),
    ),
)
