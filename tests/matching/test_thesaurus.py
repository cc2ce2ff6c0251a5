"""The general word groups: each word in one sense, written so that it can be found."""

from __future__ import annotations

from collections import Counter

from bot.matching.answer_kind import kinds
from bot.matching.normalise import tokens
from bot.matching.thesaurus import _TABLE, GROUPS
from bot.matching.words import NEGATION

WORDS = [word for words in GROUPS.values() for word in words]


def test_no_word_stands_in_two_groups() -> None:
    """Two words with one stem are one word to the matcher, so each stem stands once in the whole table."""
    stems = Counter(tuple(token.stem for token in tokens(word)) for word in WORDS)

    assert [] == [stem for stem, count in stems.items() if count > 1]


def test_every_word_is_in_small_letters_and_tidy() -> None:
    """Words are written as they are compared: small letters, single spaces, no marks."""
    assert [] == [word for word in WORDS if word != " ".join(token.word for token in tokens(word))]


def test_every_group_has_three_to_fourteen_words() -> None:
    """One word has nothing to stand in for it; a crowd of them no longer means one thing."""
    assert {} == {sense: words for sense, words in GROUPS.items() if not 3 <= len(words) <= 14}


def test_every_sense_is_named_once() -> None:
    """A second line of the same name would silently replace the first."""
    lines = [line for line in _TABLE.splitlines() if line and not line.startswith("#")]

    assert len(lines) == len(GROUPS)


def test_no_phrase_swallows_the_word_that_asks_or_denies() -> None:
    """A phrase is read as one word, and `how many` or `not` must still be seen by whoever looks for it."""
    phrases = [read for read in map(tokens, WORDS) if len(read) > 1]

    assert [] == [read for read in phrases if kinds(read) or NEGATION & {token.word for token in read}]
