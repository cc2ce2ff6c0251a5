"""The page's list of failures, with a filter that needs no network."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from bot.curation.evaluation.measures import expected
from bot.render.webpage import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.curation.evaluation.judging import Report, Verdict


def script() -> str:
    """What makes the filter work, and shows it: without a script every failure stands there."""
    return files("bot.curation.evaluation").joinpath("failures.js").read_text(encoding="utf-8")


def cards(report: Report) -> str:
    """A card for every question that did not go as it should, under a filter."""
    failed = [verdict for verdict in report.verdicts if not verdict.good]
    shown = "\n".join(map(_card, failed))
    return f'{_filter(failed)}<ol class="cards" id="failures">\n{shown}\n</ol>' if failed else "<p>None.</p>"


def _filter(failed: Sequence[Verdict]) -> str:
    return (
        '<form id="filter" role="search" hidden>\n'
        '<label>Words <input type="search" name="text" autocomplete="off"/></label>\n'
        f'<label>Went <select name="went">{_options(sorted({_went(one) for one in failed}))}</select></label>\n'
        f'<label>Kind <select name="kind">{_options(sorted({one.question.kind for one in failed}))}</select></label>\n'
        f'<output aria-live="polite">{len(failed)} of {len(failed)}</output>\n</form>\n'
    )


def _options(names: Sequence[str]) -> str:
    return '<option value="">all</option>' + "".join(f"<option>{words(name)}</option>" for name in names if name)


def _card(verdict: Verdict) -> str:
    question, went = verdict.question, _went(verdict)
    data = f'class="{went}" data-went="{went}" data-kind="{words(question.kind)}"'
    head = (
        f"<p><strong>{went}</strong> · {words(question.kind)}</p>"
        if question.kind
        else f"<p><strong>{went}</strong></p>"
    )
    return f"<li {data}>{head}<p>{words(question.question)}</p>{''.join(_details(verdict))}</li>"


def _details(verdict: Verdict) -> Iterator[str]:
    question, trace = verdict.question, verdict.reply.trace
    if question.context:
        yield f'<p class="soft">after: {words(" / ".join(question.context))}</p>'
    first = trace.ranking[0].entry if trace.ranking else "nothing"
    best = f"first of the ranking: {first} at {trace.confidence:.3f}{', which is right' if verdict.first else ''}"
    yield f'<p class="soft">{words(f"expected: {expected(question)} · got: {verdict.got} · {best}")}</p>'


def _went(verdict: Verdict) -> str:
    return "unheld" if verdict.verdict == "wrong" and not verdict.question.answerable else verdict.verdict
