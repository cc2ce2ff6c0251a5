"""A link opens its page at the quoted words, and is never too long for Discord."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.text_fragment import link

PAGE = "https://post.example/story"


@pytest.mark.parametrize(
    ("url", "quote", "expected"),
    [
        (PAGE, None, PAGE),
        (PAGE, "  ", PAGE),
        (PAGE, "two words", f"{PAGE}#:~:text=two%20words"),
        (PAGE, "Iran-backed, “so”", f"{PAGE}#:~:text=Iran%2Dbacked%2C%20%E2%80%9Cso%E2%80%9D"),
        (f"{PAGE}#top", "words", f"{PAGE}#top:~:text=words"),
        (f"{PAGE}#", "words", f"{PAGE}#:~:text=words"),
        (f"{PAGE}#:~:text=old", "new", f"{PAGE}#:~:text=new"),
        (PAGE, "a b c " + "d" * 500, PAGE),
        (PAGE, "one two " + "d" * 460 + " five six", f"{PAGE}#:~:text=one%20two,five%20six"),
        ("https://post.example/" + "x" * 600, "words", "https://post.example/" + "x" * 600),
    ],
)
def test_where_the_link_opens(url: str, quote: str | None, expected: str) -> None:
    """All but letters and digits is encoded; a quote too long is named by its first and last words, or not at all."""
    assert expected == link(url, quote)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_link_is_too_long_or_breaks_out(quote: str) -> None:
    """Whatever is quoted, the link has at most 512 characters, and none that ends it or its directive."""
    made = link(PAGE, quote)
    assert len(made) <= 512
    assert re.fullmatch(r"(#:~:text=[A-Za-z0-9%,]+)?", made.removeprefix(PAGE))
