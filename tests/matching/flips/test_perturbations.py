"""Perturbations: phrasings as people really type them, which must be answered as before."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.matching.candidates import Candidate
from bot.matching.flips import PERTURBATIONS, Known, Perturbation, perturbations
from bot.matching.lexicon import Lexicon
from tests import hollin

LEXICON = hollin.matcher().lexicon
FOUND = hollin.matcher().candidates


@cache
def of_hollin() -> tuple[Perturbation, ...]:
    """The perturbations of the small pack."""
    return perturbations(Known.of(FOUND, LEXICON))


def texts(kind: str, phrasing: str) -> list[str]:
    """The perturbations of one kind that a lone phrasing gives."""
    found = [Candidate("one", "entry", (phrasing,), (), "", frozenset(), frozenset())]
    return [made.text for made in perturbations(Known.of(found, LEXICON)) if made.kind == kind]


@pytest.mark.parametrize(
    ("kind", "phrasing", "expected"),
    [
        ("typo", "was the lighthouse hit", "was the lighthuse hit"),
        ("case", "Who pays the Grey Gulls?", "WHO PAYS THE GREY GULLS?"),
        ("case", "WHO PAYS THE GULLS", "who pays the gulls"),
        ("order", "lighthouse ruins photograph", "photograph ruins lighthouse"),
        ("filler", "who pays the gulls", "who pays the gulls thank you!"),
        ("punctuation", "The Grey Gulls, who are they?", "The Grey Gulls who are they"),
        ("punctuation", "were 1,200 herrings sold?", "were 1,200 herrings sold"),
        ("spelling", "who pays the gulls", "who pays the grey gulls"),
        ("spelling", "was the seawall hit", "was the sea wall hit"),
        ("apostrophe", "analyst's opinion", "analyst’s opinion"),
        ("apostrophe", "Who is Ida Holm?", "Who's Ida Holm?"),
        ("apostrophe", "what did not burn", "what didn't burn"),
    ],
)
def test_a_phrasing_is_typed_otherwise(kind: str, phrasing: str, expected: str) -> None:
    """Each kind does one thing to it."""
    assert [expected] == texts(kind, phrasing)


@pytest.mark.parametrize(
    ("kind", "phrasing"),
    [
        ("typo", "who hit it"),
        ("order", "Tarnia Velmark quarrel"),
        ("order", "Tarnia attack"),
        ("order", "who pays gulls"),
        ("order", "gulls"),
        ("punctuation", "who pays the gulls"),
        ("spelling", "who pays whom"),
        ("apostrophe", "who pays the gulls"),
    ],
)
def test_what_might_change_the_meaning_is_left_alone(kind: str, phrasing: str) -> None:
    """Names keep their order where it tells who does it, and short words their letters."""
    assert [] == texts(kind, phrasing)


def test_a_typo_is_one_slip() -> None:
    """One word, one edit, and no other word of English or of the pack."""
    slips = [made for made in of_hollin() if made.kind == "typo"]

    assert {1} == {OSA.distance(made.text, made.original) for made in slips}
    assert set() == {made.changed[0].lower() for made in slips} & LEXICON.vocabulary.words


def test_another_spelling_reads_the_same() -> None:
    """The pack knows both as one name."""
    spelt = [made for made in of_hollin() if made.kind == "spelling"]

    assert spelt
    assert [[token.key for token in LEXICON.read(made.original)] for made in spelt] == [
        [token.key for token in LEXICON.read(made.text)] for made in spelt
    ]


def test_a_candidate_keeps_its_phrasings() -> None:
    """What is typed otherwise still belongs to the candidate that it comes from."""
    asked = {one.id: one.asks for one in FOUND}

    assert [] == [made for made in of_hollin() if made.original not in asked[made.candidate]]
    assert [] == [made for made in of_hollin() if made.text == made.original]


PHRASING = st.text(st.sampled_from("abcdeghilnorstuTHé '’.,?!-"), max_size=30) | st.text(max_size=20)


@given(st.lists(PHRASING, min_size=1, max_size=3, unique=True))
def test_whatever_is_asked(asks: list[str]) -> None:
    """The same comes out again, changed, and its original is one of the phrasings."""
    found = [Candidate("one", "entry", tuple(asks), (), "", frozenset(), frozenset())]
    made = perturbations(Known.of(found, LEXICON))

    assert made == perturbations(Known.of(found, LEXICON))
    assert {one.original for one in made} <= set(asks)
    assert [] == [one for one in made if one.text == one.original]


def test_slips_are_made_in_any_language() -> None:
    """Greetings and contractions are English, slips are not."""
    lexicon = Lexicon.of(hollin.pack().terms.values(), [], "de")
    found = [Candidate("one", "entry", ("Hat Tarnia die Insel angegriffen?",), (), "", frozenset(), frozenset())]

    assert {"typo", "case", "punctuation"} == {made.kind for made in perturbations(Known.of(found, lexicon))}


def test_the_shipped_pack_has_perturbations_of_every_kind(shipped: Known) -> None:
    """Enough of each to learn from."""
    made = Counter(one.kind for one in perturbations(shipped))
    least = dict.fromkeys(PERTURBATIONS, 150) | {"order": 70}

    assert {} == {kind: made[kind] for kind, count in least.items() if made[kind] < count}
