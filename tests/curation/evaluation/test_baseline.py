"""What has changed since an earlier report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.curation.evaluation import payload, wording
from bot.curation.evaluation.baseline import Difference, compare, read_baseline
from bot.curation.evaluation.judging import Verdict, report_of
from bot.errors import InputError
from tests.curation.evaluation import judged
from tests.curation.evaluation.judged import verdict

if TYPE_CHECKING:
    from pathlib import Path


def difference(tmp_path: Path, before: list[Verdict], now: list[Verdict]) -> Difference:
    """What changed between two runs, the earlier one written and read as a user would."""
    file = tmp_path / "last.json"
    file.write_text(payload.line(report_of(before)) + "\n", encoding="utf-8")
    return compare(read_baseline(file), now)


@pytest.mark.parametrize(
    ("before", "now", "turn"),
    [
        (verdict("q", "right"), verdict("q", "wrong", entry="wall"), "newly wrong"),
        (verdict("q", "declined"), verdict("q", "wrong"), "newly wrong"),
        (judged.verdict("q", "declined", expect="decline"), verdict("q", "wrong", expect="decline"), "newly wrong"),
        (verdict("q", "wrong"), verdict("q", "right"), "newly right"),
        (verdict("q", "clarified"), verdict("q", "right"), "newly right"),
        (verdict("q", "wrong", expect="decline"), verdict("q", "declined", expect="decline"), "newly right"),
        (verdict("q", "right"), verdict("q", "declined"), "changed"),
        (verdict("q", "wrong"), verdict("q", "wrong", entry="wall"), "changed"),
        (verdict("q", "wrong"), verdict("q", "declined"), "changed"),
        (verdict("q", "right"), verdict("q", "right", entry="wall"), "changed"),
        (verdict("q", "right", sure=0.9), verdict("q", "right", sure=0.8), None),
    ],
)
def test_how_a_question_turned(tmp_path: Path, before: Verdict, now: Verdict, turn: str | None) -> None:
    """Wrong only now, as it should be only now, or merely other; another confidence is no change."""
    found = difference(tmp_path, [before], [now])

    assert ([turn] if turn else []) == [
        change.turn for change in (*found.newly_wrong, *found.newly_right, *found.changed)
    ]


def test_a_question_is_the_same_in_the_same_context(tmp_path: Path) -> None:
    """What was never asked in this context is added, not newly wrong; its kind may change."""
    here = verdict("Who?", "right", context=("Where?",))
    elsewhere = verdict("Who?", "wrong", context=("When?",))
    renamed = replace(here, question=replace(here.question, kind="follow"))
    found = difference(tmp_path, [here], [renamed, elsewhere])

    assert Difference((), (), (), added=1, removed=0) == found
    assert Difference((), (), (), added=0, removed=1) == difference(tmp_path, [here, elsewhere], [renamed])


def test_a_change_is_told_in_one_line(tmp_path: Path) -> None:
    """With its context, and how it went before."""
    now = [verdict("And\nthen?", "wrong", context=("Where?",)), judged.corrected("Did it rain?", "weather")]
    before = [verdict("And\nthen?", "clarified", context=("Where?",)), verdict("Did it rain?", "wrong")]
    found = difference(tmp_path, before, now)

    assert [
        "Against the last report: 1 newly wrong, 1 newly right, 0 changed; 0 added, 0 removed.",
        "newly right: Did it rain? → correct: weather (before: wrong, raid)",
    ] == list(wording.differences(found))
    assert ["newly wrong: And then? (after: Where?) → wrong, raid (before: clarify)"] == [
        wording.turned(change) for change in found.newly_wrong
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "can't be read"),
        (b"\xff\xfe", "not UTF-8"),
        (b"", "is empty"),
        (b"no json", "no earlier report"),
        (b"[]", "no earlier report"),
        (b'{"total": 3}', "no earlier report"),
        (b'{"verdicts": 3}', "no earlier report"),
        (b'{"verdicts": ["x"]}', "no earlier report"),
        (b'{"verdicts": [{"question": "q", "verdict": "right"}]}', "no earlier report"),
        (b"[" * 100_000, "no earlier report"),
    ],
)
def test_a_file_that_is_no_report_is_named(tmp_path: Path, content: bytes | None, said: str) -> None:
    """With what it is, and how to make one."""
    file = tmp_path / "last.json"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(InputError, match=said) as raised:
        read_baseline(file)

    assert str(raised.value).startswith(str(file))
