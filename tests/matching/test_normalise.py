"""Text → tokens, whatever was typed."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.matching.normalise import MAX_CHARACTERS, fold, stemmer, tokens


@given(st.text())
@example("İstanbul ﬁve ① ̈ \u200b\u202e Ǆ ‘s")
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded text has nothing left to fold."""
    assert fold(text) == fold(fold(text))


@given(st.text())
def test_words_read_again_are_the_same_words(text: str) -> None:
    """The words of a text, written down and read again, stay as they are."""
    words = [token.word for token in tokens(text)]

    assert words == [token.word for token in tokens(" ".join(words))]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", []),
        ("?!… 🦭🦭", []),
        ("Who did IT?", ["who", "did", "it"]),
        ("didn't", ["did", "not"]),
        ("didn’t", ["did", "not"]),
        ("didnt", ["did", "not"]),
        ("won't", ["will", "not"]),
        ("who's", ["who"]),
        ("Iraq's bases", ["iraq", "bases"]),
        ("six times", ["6", "times"]),
        ("1,000 boats", ["1000", "boats"]),
        ("3.5 miles", ["3.5", "miles"]),
        ("café façade", ["cafe", "facade"]),
        ("Erdoğan ISIK Işık", ["erdogan", "isik", "isik"]),
        ("ｆｅｒｒｙ", ["ferry"]),
        ("fer\u200bry", ["ferry"]),
        ("\u202eferry\u202c", ["ferry"]),
        ("**Which** _ferry_ `ran`?", ["which", "ferry", "ran"]),
        ("<@123456> which ferry", ["which", "ferry"]),
        ("see https://post.example/a?b=c now", ["see", "now"]),
        ("F-16", ["f", "16"]),
        ("4th", ["4th"]),
        ("\ud800 ferry", ["ferry"]),
    ],
)
def test_words(typed: str, words: list[str]) -> None:
    """Case, marks, contractions, numerals, markdown and invisible signs do not change which words were typed."""
    assert words == [token.word for token in tokens(typed)]


def test_irregular_forms_share_a_stem() -> None:
    """Withdrew and withdraw are one word to the matcher."""
    assert 1 == len({token.stem for token in tokens("withdraw withdrew withdrawn withdrawal")})


def test_the_surface_is_what_was_typed() -> None:
    """A finding can quote the asker's own word."""
    assert ["Didn't", "Didn't", "Six"] == [token.surface for token in tokens("Didn't Six")]


def test_a_flood_of_text_is_cut() -> None:
    """Nobody waits for the words beyond any honest question."""
    assert MAX_CHARACTERS == len(fold("a" * 10_000))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "tr", "xx", "en-GB"])
def test_every_language_has_a_stemmer(language: str) -> None:
    """A pack in a language without a stemmer of its own is still read."""
    assert ["ferries"] == [token.word for token in tokens("Ferries", language)]


def test_words_are_stemmed_alike_while_other_threads_stem() -> None:
    """A pack can be learnt while questions are read: neither spoils the other's words."""
    stem = stemmer("en").__wrapped__  # type: ignore[attr-defined] # without its cache
    words = "attacking reported militias shelling nations national conditional hopefulness".split()
    alone, before = [stem(word) for word in words], sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = [threads.submit(lambda: [stem(word) for word in words]) for _ in range(100)]
        assert [alone] * 100 == [one.result() for one in found]
    finally:
        sys.setswitchinterval(before)


def test_half_a_dozen_is_six() -> None:
    """And a dozen twelve."""
    assert ["6", "times", "12"] == [token.word for token in tokens("half a dozen times, a dozen") if token.word != "a"]
