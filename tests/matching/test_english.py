"""What English has, and how much a word of it says."""

from __future__ import annotations

import pytest

from bot.matching.english import is_english, rarity


@pytest.mark.parametrize(("word", "known"), [("people", True), ("militia", True), ("atack", False), ("zilkan", False)])
def test_words_are_told_from_slips_and_names(word: str, known: bool) -> None:  # noqa: FBT001
    """The dictionary has what is spelt right."""
    assert known == is_english(word)


def test_a_rare_word_says_more_than_an_everyday_one() -> None:
    """A word that nearly any question may hold says little, one that nobody knows says all."""
    assert 0 < rarity("people") < rarity("happened") < rarity("casualties") < rarity("zilkan") == 1
