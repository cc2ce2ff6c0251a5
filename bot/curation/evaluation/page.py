"""A report as one HTML page that an engineer can read, send and keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import __version__
from bot.curation.evaluation import failures, plots, wording
from bot.curation.evaluation.figures import figures, interval, percent
from bot.curation.evaluation.measures import confusions, measure, rates
from bot.render.webpage import section, table, tiles, webpage, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.curation.evaluation.baseline import Change, Difference
    from bot.curation.evaluation.judging import Counts, Report
    from bot.curation.evaluation.measures import Measures
    from bot.curation.evaluation.metrics import Bin, Rate


def page(report: Report, difference: Difference | None, name: str) -> str:
    """The page; `name` is the file of questions, `difference` what changed since an earlier report."""
    found = measure(report.verdicts)
    body = (
        _opening(report),
        section("Figures", _figures(report, found)),
        section("Since the last report", *_differences(difference)) if difference else "",
        section("Risk and coverage, and how true the confidences are", _curves(report, found)),
        section("Confidence of the first of the ranking", f'<div class="charts">{plots.histograms(report)}</div>'),
        section("By kind of question", _by_kind(report)),
        section("Confusions", _confusions(report)),
        section("Failures", failures.cards(report)),
    )
    return webpage(f"Evaluation of {name}", "".join(body), failures.script())


def _opening(report: Report) -> str:
    encoders = sorted({verdict.reply.trace.encoder or "lexical" for verdict in report.verdicts})
    packs = sorted({verdict.reply.trace.pack for verdict in report.verdicts if verdict.reply.trace.pack})
    asked = f"{report.total} questions, {report.answerable} of them answerable"
    said = " · ".join(filter(None, (asked, ", ".join(packs), ", ".join(encoders), f"Footnote {__version__}")))
    return f'<p class="soft">{words(said)}</p>\n'


def _figures(report: Report, found: Measures) -> str:
    rows = ((one.name, one.value, one.rests_on, one.meaning) for one in figures(report, found))
    return tiles(rows) + '\n<p class="soft">Intervals are Wilson’s, 95 %.</p>'


def _differences(difference: Difference) -> Iterator[str]:
    yield f"<p>{words(next(wording.differences(difference)))}</p>"
    changes = (*difference.newly_wrong, *difference.newly_right, *difference.changed)
    rows = (_changed(change) for change in changes)
    if changes:
        yield f'<div class="prose">{table("What changed", ("turn", "before", "now", "question"), rows)}</div>'


def _changed(change: Change) -> tuple[str, ...]:
    asked = wording.asked(change.question, change.context)
    return change.turn, wording.went(change.before), wording.went(change.now), asked


def _curves(report: Report, found: Measures) -> str:
    charts = f"{plots.risk_coverage(report, found)}\n{plots.calibration(found.reliability)}"
    return f'<div class="charts">{charts}</div>\n{_reliability(found.reliability)}'


def _reliability(bins: Sequence[Bin]) -> str:
    heads = ("confidence", "questions", "stated", "observed", "95 %")
    rows = ((f"{one.low:g}–{one.high:g}", str(one.observed.of), *_stated(one), interval(one.observed)) for one in bins)
    return table("Reliability: stated and observed confidence", heads, rows)


def _stated(one: Bin) -> tuple[str, str]:
    return percent(one.stated), percent(one.observed.share)


def _by_kind(report: Report) -> str:
    heads = ("kind", "questions", "answerable", "ranked first", "right", "wrong", "unheld", "clarified", "declined")
    rows = (_kind(name, counts) for name, counts in (*sorted(report.by_kind.items()), ("all", report)))
    return table("How many, with the 95 % interval of their share", heads, rows)


def _kind(name: str, counts: Counts) -> tuple[str, ...]:
    found = rates(counts)
    shares = (_rate(rate) for rate in (found.accuracy, found.right, found.wrong, found.unheld))
    return (
        name or "–",
        str(counts.total),
        str(counts.answerable),
        *shares,
        str(counts.clarified),
        str(counts.declined),
    )


def _rate(rate: Rate) -> str:
    return f"{rate.count} ({interval(rate)})" if rate.of else "–"


def _confusions(report: Report) -> str:
    rows = [
        (
            one.expected,
            one.answered,
            str(len(one.questions)),
            "; ".join(question.question for question in one.questions),
        )
        for one in confusions(report.verdicts)
    ]
    heads = ("expected", "answered by", "times", "questions")
    return (
        f'<div class="prose">{table("What was answered wrongly for what", heads, rows)}</div>'
        if rows
        else "<p>None.</p>"
    )
