"""Evaluation files: questions with what is right, one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from bot.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

ANSWER = "answer"
EXPECTATIONS = (ANSWER, "decline", "correct or decline")
_WANTED: Final = 'an object with "question" and, as needed, "kind", "expect", "context", "paragraphs", "entries"'
_MOST: Final = 10  # faults named at once: more of them are one fault, the wrong file
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an evaluation file; `expect` is "answer" or says how an unanswerable one may be held."""

    question: str
    kind: str = ""
    expect: str = ANSWER
    context: tuple[str, ...] = ()
    paragraphs: frozenset[int] = frozenset()
    entries: frozenset[str] = frozenset()

    @property
    def answerable(self) -> bool:
        """Whether an answer is expected."""
        return self.expect == ANSWER


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a file, one JSON object a line; raises InputError naming every line that can't be used."""
    try:
        # Not splitlines: it also parts at characters that may stand inside a JSON string.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'}).") from None
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    read = [_tried(line, f"{path}:{number}") for number, line in numbered]
    if faults := [str(one) for one in read if isinstance(one, InputError)]:
        more = [f"{path}: {len(faults) - _MOST} more such lines."] if len(faults) > _MOST else []
        raise InputError("\n".join(faults[:_MOST] + more))
    if not read:
        raise InputError(f"{path} holds no question; write one a line: {_WANTED}.")
    return tuple(one for one in read if isinstance(one, Question))


def _tried(line: str, place: str) -> Question | InputError:
    try:
        return _question(line, place)
    except InputError as error:
        return error


def _question(line: str, place: str) -> Question:
    try:
        found = json.loads(line)
        question = Question(
            question=_is(str, found["question"]),
            kind=_is(str, found.get("kind", "")),
            expect=_is(str, found.get("expect", ANSWER)),
            context=tuple(_all(str, found.get("context") or [])),
            paragraphs=frozenset(_all(int, found.get("paragraphs", []))),
            entries=frozenset(_all(str, found.get("entries", []))),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InputError(f"{place}: this line is not a question; write {_WANTED}.") from None
    if question.expect not in EXPECTATIONS:
        raise InputError(f"{place}: “{question.expect}” can't be expected; write one of {', '.join(EXPECTATIONS)}.")
    return question


def _is(kind: type[T], value: object) -> T:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _all(kind: type[T], values: object) -> list[T]:
    return [_is(kind, value) for value in _is(list, values)]
