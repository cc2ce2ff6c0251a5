"""How vectors are kept: each text is encoded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.matching.vectors import vectors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

QUESTIONS = (
    "Who fired the rockets?",
    "Which group launched the rocket attack?",
    "What does a ticket to the fair cost?",
)


KEYS = np.arange(3, dtype=np.uint64)


class Counting:
    """An encoder that counts: a text's vector depends on its length, and every text encoded is remembered."""

    def __init__(self, revision: str = "1") -> None:
        self.name, self.revision, self.calls = "counting", revision, 0
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text."""
        self.calls += 1
        self.texts += texts
        angles = np.array([len(text) for text in texts], np.float32)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def test_vectors_are_made_once(tmp_path: Path) -> None:
    """The second start reads what the first one made."""
    first, second = Counting(), Counting()
    made = vectors(first, QUESTIONS, tmp_path / "new" / "folder")

    assert np.array_equal(made, vectors(second, QUESTIONS, tmp_path / "new" / "folder"))
    assert (1, 0) == (first.calls, second.calls)


@pytest.mark.parametrize(
    ("revision", "texts", "encoded"),
    [
        ("2", QUESTIONS, QUESTIONS),
        ("1", QUESTIONS[::-1], ()),
        ("1", QUESTIONS[:2], ()),
        ("1", (*QUESTIONS, "Why?"), ("Why?",)),
        ("1", ("".join(QUESTIONS),), ("".join(QUESTIONS),)),
    ],
    ids=["other model", "other order", "fewer texts", "one more", "joined"],
)
def test_only_what_is_new_is_encoded(
    tmp_path: Path, revision: str, texts: tuple[str, ...], encoded: tuple[str, ...]
) -> None:
    """A changed phrasing costs one encoding, and every text gets its own vector."""
    vectors(Counting(), QUESTIONS, tmp_path)
    encoder = Counting(revision)

    assert np.array_equal(Counting().encode(texts), vectors(encoder, texts, tmp_path))
    assert [*encoded] == encoder.texts


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no numbers"),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: np.savez(path, keys=KEYS, vectors=np.zeros((3, 2), np.float32)),
        lambda path: np.savez(path, keys=KEYS, vectors=np.ones((1, 1), np.float32)),
        lambda path: np.savez(path, keys=KEYS, vectors=np.ones((3, 1))),
        lambda path: np.savez(path, vectors=np.ones((3, 1), np.float32)),
    ],
    ids=["empty", "text", "cut short", "zeros", "too few", "other type", "no keys"],
)
def test_a_spoilt_file_costs_only_time(tmp_path: Path, spoil: object) -> None:
    """A cache file that isn't whole is made anew, and whole again afterwards."""
    made = vectors(Counting(), QUESTIONS, tmp_path)
    (kept,) = tmp_path.iterdir()
    assert callable(spoil)
    spoil(kept)

    assert np.array_equal(made, vectors(Counting(), QUESTIONS, tmp_path))
    last = Counting()
    assert np.array_equal(made, vectors(last, QUESTIONS, tmp_path))
    assert 0 == last.calls


def test_a_cache_that_cannot_be_written_to_is_passed_over(tmp_path: Path) -> None:
    """Where no folder can be, the vectors are simply made."""
    (tmp_path / "file").touch()

    assert (3, 2) == vectors(Counting(), QUESTIONS, tmp_path / "file").shape
    assert (3, 2) == vectors(Counting(), QUESTIONS, None).shape
