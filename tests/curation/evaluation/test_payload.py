"""The report as a program reads it."""

from __future__ import annotations

import json

from bot.curation.evaluation import payload
from bot.curation.evaluation.judging import report_of
from tests.curation.evaluation import judged


def test_the_object_holds_every_figure() -> None:
    """Its keys are stable: they may be added to, never renamed."""
    report = report_of(judged.ALL)
    found = json.loads(payload.line(report))

    assert {
        "total": 6,
        "answerable": 4,
        "right": 1,
        "wrong": 2,
        "clarified": 1,
        "declined": 2,
        "unheld": 1,
        "first": 2,
    } == {key: value for key, value in found.items() if isinstance(value, int)}
    assert ["rates", "measures", "by_kind", "confusions", "against", "verdicts"] == list(found)[8:]
    assert ["accuracy", "right", "wrong", "unheld"] == list(found["by_kind"]["odd"]["rates"])
    assert {"count": 2, "of": 6, "share": 1 / 3} == {k: found["rates"]["wrong"][k] for k in ("count", "of", "share")}
    assert [
        "at_risk",
        "aurc",
        "excess_aurc",
        "auroc_right",
        "auroc_in_scope",
        "calibration_error",
        "reliability",
        "curve",
    ] == list(found["measures"])


def test_the_object_holds_every_question() -> None:
    """With what was expected, what it got, and the whole reply."""
    found = json.loads(payload.line(report_of([judged.ASKED_BACK])))["verdicts"][0]

    assert {
        "question": "And there?",
        "kind": "direct",
        "expect": "answer",
        "context": ["Who raided it?"],
        "paragraphs": [1, 2],
        "entries": [],
    } == found["question"]
    assert ("clarified", False, "clarify", False) == tuple(found[key] for key in ("verdict", "good", "got", "first"))
    assert 0.4 == found["reply"]["trace"]["confidence"]
