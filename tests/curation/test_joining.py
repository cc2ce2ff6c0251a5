"""Fragments that lie side by side in the source are one long quote, however they are cut."""

from __future__ import annotations

import pytest

from bot.curation.joining import joined

TEXT = tuple("the harbour board of skarn reported on monday that ice delayed forty ferries".split())
JOINED = {
    "far apart": (["the harbour board of", "ice delayed forty ferries"], [4, 4]),
    "a word between": (["the harbour board of", "reported on monday that"], [4, 4]),
    "side by side": (["the harbour board of", "skarn reported on monday"], [8]),
    "one over the other": (["the harbour board of skarn", "board of skarn reported on"], [7]),
    "one in the other": (["harbour board of skarn reported", "board of skarn reported"], [5]),
    "a bridge": (["the harbour board of", "on monday that ice", "of skarn reported on"], [10]),
    "the other way round": (["skarn reported on monday", "the harbour board of"], [8]),
}


def stands(run: tuple[str, ...]) -> bool:
    """Whether the text has these words in a row."""
    return any(TEXT[at : at + len(run)] == run for at in range(len(TEXT)))


@pytest.mark.parametrize("name", JOINED)
def test_quotes_join_where_they_touch(name: str) -> None:
    """The runs that quotes make are as long as the source has them in a row, and no longer."""
    quotes, expected = JOINED[name]
    assert expected == sorted(len(run) for run in joined(frozenset(tuple(q.split()) for q in quotes), stands))
