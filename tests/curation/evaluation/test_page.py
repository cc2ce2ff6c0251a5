"""The page as its source says it: everything there, nothing fetched, nothing believed."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from bot.curation.evaluation.baseline import Outcome, compare
from bot.curation.evaluation.judging import Report, report_of
from bot.curation.evaluation.page import page
from tests.curation.evaluation import judged

ODD = '</li><script>alert(1)</script> & "x"\u202e\x00'


def sections(html: str) -> list[str]:
    """The titles of a page's parts."""
    return re.findall(r"<h2>(.*?)</h2>", html)


def test_the_page_has_every_part() -> None:
    """Figures, plots, tables, failures; what changed only where there is something to compare with."""
    report = report_of(judged.ALL)
    titles = [
        "Figures",
        "Risk and coverage, and how true the confidences are",
        "Confidence of the first of the ranking",
        "By kind of question",
        "Confusions",
        "Failures",
    ]
    before = {("Who raided it?", ()): Outcome("wrong", good=False, got="wall")}

    assert titles == sections(page(report, None, "questions.jsonl"))
    assert [titles[0], "Since the last report", *titles[1:]] == sections(
        page(report, compare(before, report.verdicts), "questions.jsonl")
    )
    assert 5 == page(report, None, "questions.jsonl").count("<svg ")


def test_only_failures_are_listed() -> None:
    """In the file's order, each with how it went."""
    html = page(report_of(judged.ALL), None, "questions.jsonl")

    assert ["wrong", "unheld", "declined", "clarified"] == re.findall(r'<li class="(\w+)"', html)
    assert "after: Who raided it?" in html


def test_the_page_needs_nothing_from_elsewhere() -> None:
    """No address stands in it, and its policy forbids what does not."""
    html = page(report_of(judged.ALL), None, "questions.jsonl")

    assert [] == re.findall(
        r"\b(?:src|href|url|@import|https?:)\b", html.replace("default-src", "").replace("-src", "")
    )
    assert "default-src 'none'; style-src 'sha256-" in html


@pytest.mark.parametrize("where", ["question", "context", "kind", "entry", "file"])
def test_text_is_only_text(where: str) -> None:
    """Whatever stands in a question, a kind or a name shows as it is and does nothing."""
    given = {"text": "q", "kind": "k", "entry": "e"} | {"text" if where == "question" else where: ODD}
    context = [given.pop("context")] if "context" in given else []
    name = given.pop("file", "questions.jsonl")
    html = page(report_of([judged.verdict(went="wrong", context=context, **given)]), None, name)  # type: ignore[arg-type]

    assert 1 == html.count("<script>")
    assert "&lt;/li&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;" in html
    assert not {"\u202e", "\x00"} & set(html)


@pytest.mark.parametrize(
    "report",
    [
        report_of([]),
        report_of([judged.HELD]),
        report_of([judged.RIGHT]),
        report_of([judged.UNHELD]),
        report_of(judged.ALL),
    ],
    ids=["nothing", "held", "right", "unheld", "all"],
)
def test_the_body_is_well_formed(report: Report) -> None:
    """Whatever went how, every element that opens is closed."""
    html = page(report, None, "questions.jsonl")
    body = html[html.index("<main>") : html.index("</main>") + len("</main>")]

    assert "main" == ET.fromstring(body.replace(" hidden>", ">")).tag  # noqa: S314 - our own page
