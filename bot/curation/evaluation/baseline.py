"""What has changed since an earlier run, question by question; a question is the same if it and its context are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from bot.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bot.curation.evaluation.judging import Verdict

Key = tuple[str, tuple[str, ...]]
Turn = Literal["newly wrong", "newly right", "changed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a question went: its judgement, whether that is as it should be, and what it got."""

    verdict: str
    good: bool
    got: str


@dataclass(frozen=True, slots=True)
class Change:
    """A question that went otherwise than before."""

    question: str
    context: tuple[str, ...]
    before: Outcome
    now: Outcome

    @property
    def turn(self) -> Turn:
        """Newly wrong: answered wrongly only now; newly right: as it should be only now; else changed."""
        if self.now.verdict == "wrong" and self.before.verdict != "wrong":
            return "newly wrong"
        return "newly right" if self.now.good and not self.before.good else "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """All that went otherwise, in the file's order, and how many questions came or went since."""

    newly_wrong: tuple[Change, ...]
    newly_right: tuple[Change, ...]
    changed: tuple[Change, ...]
    added: int
    removed: int


def compare(before: Mapping[Key, Outcome], verdicts: Iterable[Verdict]) -> Difference:
    """What changed; of a question that stands in a file twice, the first counts."""
    now: dict[Key, Outcome] = {}
    for verdict in verdicts:
        question = verdict.question
        now.setdefault((question.question, question.context), Outcome(verdict.verdict, verdict.good, verdict.got))
    changes = [Change(*key, before[key], now[key]) for key in now if key in before and before[key] != now[key]]
    return Difference(
        newly_wrong=tuple(change for change in changes if change.turn == "newly wrong"),
        newly_right=tuple(change for change in changes if change.turn == "newly right"),
        changed=tuple(change for change in changes if change.turn == "changed"),
        added=len(now.keys() - before.keys()),
        removed=len(before.keys() - now.keys()),
    )


def read_baseline(path: Path) -> Mapping[Key, Outcome]:
    """How each question went in a report that `eval --json` printed; raises InputError for any other file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'}).") from None
    if not text.strip():
        raise InputError(f"{path} is empty; the shell empties a file before eval reads it, so print to another one.")
    try:
        return _outcomes(json.loads(text)["verdicts"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InputError(f"{path} is no earlier report; print one: `footnote eval FILE --json > last.json`.") from None


def _outcomes(verdicts: Iterable[Mapping[str, Any]]) -> dict[Key, Outcome]:
    found: dict[Key, Outcome] = {}
    for one in verdicts:
        question = one["question"]
        key = (str(question["question"]), tuple(map(str, question["context"])))
        found.setdefault(key, Outcome(str(one["verdict"]), bool(one["good"]), str(one["got"])))
    return found
