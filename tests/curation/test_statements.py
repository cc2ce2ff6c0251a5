"""A text held against the report: what is supported, what not, and how."""

from __future__ import annotations

import pytest

from bot.curation.statements import check, sentences
from tests import hollin


@pytest.mark.parametrize(
    ("sentence", "verdict", "says"),
    [
        ("Tarnia attacked Hollin.", "supported", "Yes, Tarnia did"),
        ("There were four raids on Hollin.", "supported", "Four in one spring"),
        ("There were nine raids on Hollin.", "otherwise", "“nine”"),
        ("Tarnia attacked Hollin to keep fishing boats away.", "hedge_lost", "The source says “probably”"),
        ("Tarnia probably attacked Hollin to keep fishing boats away.", "supported", "Probably to keep"),
        ("Tarnia attacked Hollin and Skarn.", "otherwise", "Skarn"),
        ("It is false that Tarnia attacked Hollin.", "otherwise", "Yes, Tarnia did"),
        ("Nobody attacked Hollin.", "otherwise", "Yes, Tarnia did"),
        ("Hollin attacked Tarnia.", "otherwise", "another part"),
        ("There were fewer than four raids on Hollin after a treaty.", "not_covered", ""),
        ("My aunt makes the best soup in town.", "not_covered", "No curated answer"),
    ],
)
def test_each_sentence_gets_its_verdict(sentence: str, verdict: str, says: str) -> None:
    """Support needs the same names, numbers and words; what is denied or turned round is said otherwise."""
    (found,) = check(hollin.answerer(), sentence)
    assert verdict == found.verdict
    assert says in found.says


def test_what_is_supported_names_its_passage() -> None:
    """A supported sentence has its paragraphs and a link to the words."""
    (found,) = check(hollin.answerer(), "There were four raids on Hollin.")
    assert (2,) == found.paragraphs
    assert str(found.url).startswith("https://courier.example/2019/hollin#:~:text=")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained. It snowed all day! Did it?", ("It snowed all day!",)),
        ("Lt. Gen. Holm said it cost 2.5 crowns. The U.S. paid for it.", 2),
        ("- first they came\n- then they left again\n\n", ("first they came", "then they left again")),
        ("“We came home.” They left the island.", ("“We came home.”", "They left the island.")),
        ("", ()),
    ],
)
def test_sentences_are_told_apart(text: str, found: tuple[str, ...] | int) -> None:
    """Questions and scraps of fewer than three words state nothing; abbreviations end no sentence."""
    told = sentences(text)
    assert found == (len(told) if isinstance(found, int) else told)
