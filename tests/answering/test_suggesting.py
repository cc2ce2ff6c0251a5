"""What is offered while somebody types."""

from __future__ import annotations

import pytest

from tests import hollin


def offered(typed: str) -> list[str]:
    """The questions that are offered, best first."""
    return [option.question for option in hollin.answerer().suggest(typed)]


def test_nothing_typed_offers_all() -> None:
    """Whoever has not begun sees what there is."""
    assert [entry.question for entry in hollin.pack().entries] == offered("")


@pytest.mark.parametrize("typed", ["asdfgh", "zzzzqqq", "🦭", "pizza"])
def test_what_shares_nothing_is_not_offered(typed: str) -> None:
    """Nonsense and other topics bring no list of strangers."""
    assert [] == offered(typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("how many", "How many raids were there on Hollin?"),
        ("how ma", "How many raids were there on Hollin?"),
        ("where", "Where is Hollin?"),
        ("Why did T", "Why did Tarnia attack Hollin?"),
        ("who pays", "Who pays the Grey Gulls?"),
    ],
)
def test_what_begins_so_comes_first(typed: str, first: str) -> None:
    """A question that begins with what is typed, or asks for the same kind of answer, heads the list."""
    assert first == offered(typed)[0]


@pytest.mark.parametrize(("typed", "word"), [("her", "herring"), ("gulls", "Gulls"), ("lihgthouse", "damaged")])
def test_begun_and_mistyped_words_count_as_shared(typed: str, word: str) -> None:
    """Half a word, another spelling or a word of another way of asking lead to the question."""
    assert any(word in question for question in offered(typed)[:3])
