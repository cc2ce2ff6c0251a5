"""What was learnt is kept, and a lost, spoilt or foreign file costs time only."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.matching.matcher import Matcher
from bot.matching.store import load, save
from tests import hollin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.matching.scoring import Ranking

CONTENT = f"{hollin.pack().content_hash} "  # and no encoder
QUESTIONS = [
    "Did Tarnia attack Hollin?",
    "how often was it shelled",
    "what does the wall cost",
    "zebra",
    "holm wal",
    "",
]


def seen(matcher: Matcher) -> list[object]:
    """Everything that decides a reply."""

    def one(ranking: Ranking) -> object:
        scored = (*ranking.answering, *([ranking.gap] if ranking.gap else []))
        return [(s.candidate.id, s.score, s.confidence, ranking.phrasing, s.exact, s.refused) for s in scored]

    return [one(matcher.rank(question)) for question in QUESTIONS]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder that holds what was learnt of the pack."""
    save(tmp_path / "cache", CONTENT, hollin.matcher().learnt)
    return tmp_path / "cache"


def the_file(folder: Path) -> Path:
    """The one file of a store."""
    (path,) = folder.iterdir()
    return path


def test_what_was_kept_gives_the_same_rankings(kept: Path) -> None:
    """To the last digit, fresh and kept learning rank the same."""
    assert load(kept, CONTENT) is not None
    assert seen(hollin.matcher()) == seen(Matcher.open(hollin.pack(), kept))


def test_opening_keeps_what_it_learnt(tmp_path: Path) -> None:
    """The second opening finds the first one's file, and no half-written one beside it."""
    folder = tmp_path / "not" / "there" / "yet"
    first = seen(Matcher.open(hollin.pack(), folder))

    assert [".npz"] == [path.suffix for path in folder.iterdir()]
    assert first == seen(Matcher.open(hollin.pack(), folder))


SPOILT: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-200]),
    "cut in half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "no archive": lambda path: path.write_bytes(b"no archive at all"),
    "a single array": lambda path: path.write_bytes(written(np.save, np.zeros(3))),
    "an archive of other things": lambda path: path.write_bytes(written(np.savez, np.zeros(3))),
    "a flipped byte": lambda path: path.write_bytes(flipped(path.read_bytes())),
    "an unknown packing": lambda path: path.write_bytes(repacked(path.read_bytes())),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


def written(write: Callable[..., object], array: np.ndarray) -> bytes:
    """What numpy writes of an array."""
    file = BytesIO()
    write(file, array)
    return file.getvalue()


def repacked(content: bytes) -> bytes:
    """The same archive, its first member said to be packed in a way that nobody knows."""
    at = content.index(b"PK\1\2") + 10
    return content[:at] + b"\x4d" + content[at + 1 :]


def flipped(content: bytes) -> bytes:
    """The same with one byte in the middle of an array changed."""
    at = len(content) // 3
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_store_is_no_store(kept: Path, how: str) -> None:
    """Whatever happened to the file, the pack is learnt anew and ranks the same."""
    SPOILT[how](the_file(kept))

    assert seen(hollin.matcher()) == seen(Matcher.open(hollin.pack(), kept))


@pytest.mark.parametrize("blocked", ["a file", "below a file"])
def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path, blocked: str) -> None:
    """A cache path that is no folder is passed over."""
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" if blocked == "a file" else tmp_path / "file" / "cache"

    assert seen(hollin.matcher()) == seen(Matcher.open(hollin.pack(), folder))


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only folder is read, not written (root writes anywhere, so the refusal is played)."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)

    assert seen(hollin.matcher()) == seen(Matcher.open(hollin.pack(), tmp_path))
    assert [] == list(tmp_path.iterdir())


def test_other_content_is_not_taken_for_this(kept: Path) -> None:
    """What was learnt belongs to one content."""
    assert load(kept, "another content") is None
    assert load(kept, "") is None
    assert load(None, CONTENT) is None


def test_a_folder_that_can_only_be_read_is_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that can't be marked as used is used all the same."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.utime", refuse)

    assert load(kept, CONTENT) is not None
