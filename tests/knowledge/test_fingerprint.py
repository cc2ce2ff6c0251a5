"""A fingerprint proves a quote and its paragraph without holding the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import KnowledgeError
from bot.knowledge.fingerprint import Verdict, make, read, render
from bot.knowledge.runs import words

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://post.example/2021/skarn-ferries"
PARAGRAPHS = (
    "Ice blamed for late ferries\nEvery third boat was held up, a report says",
    "The harbour board’s report counted forty late ferries in January alone.",
    "“The delays probably will continue into April,” it read, after forty late ferries in January.",
)
FINGERPRINT = make(URL, PARAGRAPHS)


@pytest.mark.parametrize(
    ("quote", "paragraph", "expected"),
    [
        ("counted forty late ferries", 1, Verdict("ok")),
        ("the HARBOUR board's report, counted", 1, Verdict("ok")),
        ("delays probably will continue", 2, Verdict("ok")),
        ("delays will probably continue", 2, Verdict("altered")),
        ("counted fifty late ferries", 1, Verdict("altered")),
        ("delays probably will continue", 1, Verdict("misplaced", (2,))),
        ("delays probably will continue", 99, Verdict("misplaced", (2,))),
        ("forty late ferries in January", 1, Verdict("not unique", (2,))),
        ("forty late ferries", 1, Verdict("too short")),
        ("late ferries every third", 0, Verdict("altered")),
    ],
)
def test_a_quote_stands_where_it_stands(quote: str, paragraph: int, expected: Verdict) -> None:
    """Case, apostrophes and punctuation don't matter; words, their order, lines and paragraphs do."""
    assert expected == FINGERPRINT.verify(quote, paragraph)


def test_the_link_is_proved() -> None:
    """A fingerprint belongs to one address, to the letter."""
    assert [True, False] == [FINGERPRINT.is_of(URL), FINGERPRINT.is_of(URL + "/")]


def test_long_runs_are_copies() -> None:
    """Eight words in a row are a copy, seven are not; the words found are said."""
    told = "We heard the delays, probably, will continue into April: it read so"
    assert [(2, "the delays probably will continue into april it read")] == list(FINGERPRINT.copied_runs(told))
    assert [] == list(FINGERPRINT.copied_runs("the delays probably will continue into April"))
    assert [1, 2] == [number for number, _ in FINGERPRINT.copied_runs("forty late ferries in January", 4)]


def test_the_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    """A written fingerprint comes back the same, also that of a source without paragraphs."""
    path = tmp_path / "post.fingerprint"
    for one in (FINGERPRINT, make(URL)):
        path.write_text(render(one), encoding="utf-8")
        assert one == read(path)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"format: 2\nsalt: a\nlink: b\n", 1),
        (b"format: 1\nsalt: a\n", 1),
        (b"format: 1\nsalt: a\nlink: b\n1: 00ff\n", 4),
        (b"format: 1\nsalt: a\nlink: b\n0: 00fg\n", 4),
        (b"format: 1\nsalt: a\nlink: b\nsalt: c\n", 4),
        (b"\xff\xfe", 1),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes, line: int) -> None:
    """A file that no maker wrote is a problem on its line, with the way to make it again."""
    path = tmp_path / "post.fingerprint"
    path.write_bytes(content)
    with pytest.raises(KnowledgeError) as caught:
        read(path)
    assert [("post.fingerprint", line, "make it again with `footnote fingerprint`")] == [
        (one.path, one.line, one.remedy) for one in caught.value.problems
    ]


def test_the_order_of_the_words_is_lost() -> None:
    """The file's hashes are sorted, and only four digits long."""
    marks = render(FINGERPRINT).splitlines()[-1].split()[1:]
    assert sorted(marks) == marks
    assert {4} == set(map(len, marks))


@given(st.text())
def test_any_text_can_be_verified(text: str) -> None:
    """A text is found in its own fingerprint, or is too short for one."""
    line = " ".join(text.split())
    expected = "ok" if len(words(line)) >= 4 else "too short"
    assert expected == make(URL, [line]).verify(line, 0).kind
