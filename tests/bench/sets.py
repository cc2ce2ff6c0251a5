"""The sets of the bench: what is known, what is asked, and which entry would answer it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SETS = Path(__file__).resolve().parents[2] / "../shared/bench"
QUICK = 300  # questions of a set asked with --quick


@dataclass(frozen=True, slots=True)
class Known:
    """An entry: its phrasings, and the text of its answer where the set has one."""

    entry: str
    texts: tuple[str, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the entry that answers it; None: out of scope."""

    text: str
    entry: str | None


@dataclass(frozen=True, slots=True)
class BenchSet:
    """One set; `asked` names the file that the questions are from."""

    name: str
    known: tuple[Known, ...]
    questions: tuple[Question, ...]
    asked: str

    @property
    def phrasings(self) -> int:
        """How many phrasings are known."""
        return sum(len(one.texts) for one in self.known)


def found(folder: Path) -> list[Path]:
    """The folders of sets there are: those that hold a kb.jsonl and questions."""
    return sorted(path.parent for path in folder.glob("*/kb.jsonl") if files(path.parent))


def read(folder: Path, most: int | None = None) -> BenchSet:
    """The set of a folder, with its test questions or, where it has none, its validation questions.

    `most` limits the questions to so many, evenly spread.
    """
    asked = files(folder)[0]
    return BenchSet(folder.name, known(folder), tuple(spread(questions(asked), most)), asked.name)


def questions(path: Path) -> list[Question]:
    """The questions of a file."""
    return [Question(row["text"], row["entry"]) for row in _rows(path)]


def known(folder: Path) -> tuple[Known, ...]:
    """The entries of a set, in the order of its file."""
    answers = folder / "answers.json"
    says = json.loads(answers.read_text(encoding="utf-8")) if answers.is_file() else {}
    texts = grouped((row["entry"], row["text"]) for row in _rows(folder / "kb.jsonl"))
    return tuple(Known(entry, tuple(asks), says.get(entry, "")) for entry, asks in texts.items())


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The texts of each entry, from pairs of entry and text."""
    texts: dict[str, list[str]] = {}
    for entry, text in pairs:
        texts.setdefault(entry, []).append(text)
    return texts


def spread(asked: Sequence[Question], most: int | None) -> Sequence[Question]:
    """At most so many of the questions, evenly spread, since a file may be sorted by entry."""
    if most is None or len(asked) <= most:
        return asked
    return [asked[number * len(asked) // most] for number in range(most)]


def files(folder: Path) -> list[Path]:
    """The files of questions of a set, the one to be asked first."""
    return [folder / name for name in ("test.jsonl", "valid.jsonl") if (folder / name).is_file()]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
