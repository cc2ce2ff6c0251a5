"""The word lists hang together."""

from __future__ import annotations

from bot.matching.words import CONTRACTED, FILLER, IRREGULAR, NEGATION, NUMBERS, STOP


def test_lists_are_in_small_letters() -> None:
    """Words are compared folded, so a capital in a list would never be met."""
    listed = [*STOP, *FILLER, *NEGATION, *CONTRACTED, *IRREGULAR, *NUMBERS]

    assert [] == [word for word in listed if word != word.casefold()]


def test_no_word_is_both_grammar_and_small_talk() -> None:
    """A word stands in one list, so that there is one place to take it out."""
    assert set() == STOP & FILLER


def test_every_contraction_of_not_denies() -> None:
    """`couldnt` must not lose its denial."""
    denying = {word: opened for word, opened in CONTRACTED.items() if word.endswith("nt") and word != "want"}

    assert {} == {word: opened for word, opened in denying.items() if not NEGATION & set(opened)}


def test_no_irregular_form_leads_to_another() -> None:
    """Forms lead to a base in one step."""
    assert set() == set(IRREGULAR.values()) & IRREGULAR.keys()


def test_number_words_are_digits() -> None:
    """A number is compared as digits."""
    assert [] == [digits for digits in NUMBERS.values() if not digits.isdigit()]
