"""The project's own pack and its questions: exam and textbook apart, and no collapse of quality."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.curation.evaluation.judging import evaluate
from bot.curation.evaluation.questions import read_questions
from bot.knowledge.loader import load_packs
from bot.matching.normalise import tokens

ROOT = Path(__file__).resolve().parents[1]
EXAMS = sorted((ROOT / "tests/eval").glob("*.jsonl"))


def words(text: str) -> str:
    """A text as the matcher reads it, before names and slips."""
    return " ".join(token.word for token in tokens(text))


@cache
def textbook() -> dict[str, str]:
    """Every phrasing of the packs, normalised, with the id that it belongs to."""
    return {
        words(text): item
        for pack in load_packs(ROOT / "knowledge")
        for item, texts in (
            *((entry.id, (*entry.phrasings, *entry.not_)) for entry in pack.entries),
            *((fact.id, fact.asks) for fact in pack.facts),
            *((gap.id, (gap.about, *gap.asks)) for gap in pack.gaps),
        )
        for text in texts
    }


@pytest.mark.parametrize("exam", EXAMS, ids=lambda path: path.stem)
def test_no_question_stands_in_the_pack(exam: Path) -> None:
    """A figure measured on the pack's own phrasings would say nothing. Bare follow-ups of a word or two are free."""
    asked = [json.loads(line) for line in exam.read_text(encoding="utf-8").splitlines() if line.strip()]
    alone = (one.get("question") or one["text"] for one in asked if not one.get("context"))
    shared = {text: textbook().get(words(text)) for text in alone}

    assert {} == {question: item for question, item in shared.items() if item}


def test_quality_has_not_collapsed(shared_cache: Path) -> None:
    """Far below what the README states; whoever falls below this has broken something."""
    answerer = Answerer(load_packs(ROOT / "knowledge"), cache=shared_cache)
    questions = read_questions(ROOT / "tests/eval/development.jsonl")
    report = evaluate(answerer, questions, lambda: None)

    assert report.right >= 0.50 * report.answerable
    assert report.wrong <= 0.06 * report.total
