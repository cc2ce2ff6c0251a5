"""What words mean in one pack."""

from __future__ import annotations

import pytest

from bot.matching.lexicon import Lexicon
from bot.model.entries import Place, Term

HERE = Place("glossary.yaml", 1)


def term(key: str, name: str, *aliases: str, kind: str = "country") -> Term:
    """A glossary term."""
    return Term(id=key, name=name, aliases=aliases, kind=kind, place=HERE)


LEXICON = Lexicon.of(
    [
        term("us", "United States", "US", "American"),
        term("tarnia", "Tarnia", "Tarnian"),
        term("navy", "Tarnian navy", kind="organisation"),
        term("backed", "Tarnia-backed gulls", kind="group"),
        term("gulls", "Grey Gulls", "GG", kind="group"),
        term("mole", "mole", "breakwater", kind="word"),
    ],
    ["The lighthouse of Hollin was shelled by warships from the strait."],
)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("did TARNIA do it", ["tarnia"]),
        ("the Tarnian navy sailed", ["navy"]),
        ("the Tarnian cook", ["tarnia"]),
        ("grey gulls'", ["gulls"]),
        ("Tranian ships", ["tarnia"]),
        ("why does the US care", ["us"]),
        ("tell us when", []),
        ("what about us boats", ["us"]),
        ("who in the us", ["us"]),
        ("does it help us", []),
        ("united states", ["us"]),
        ("TELL US WHEN", []),
    ],
)
def test_names_are_found(typed: str, terms: list[str]) -> None:
    """A name is known by any of its spellings, the longest at each place; a pronoun is no country."""
    assert terms == [token.term for token in LEXICON.read(typed) if token.term]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("lighthuose", ["lighthouse"]),
        ("warshps", ["warships"]),
        ("holin", ["hollin"]),
        ("straight", ["straight"]),
        ("light house", ["light", "house"]),
        ("xqzzkw", ["xqzzkw"]),
        ("GGG", ["ggg"]),
    ],
)
def test_slips_are_mended_and_words_are_not(typed: str, words: list[str]) -> None:
    """Only what no dictionary has is taken for a slip of a word that the pack uses."""
    assert words == [token.word for token in LEXICON.read(typed)]


def test_words_of_one_sense_mean_the_same() -> None:
    """`quay` and `pier` share no letter pattern, but a curator may say that they are one; the thesaurus does so too."""
    mole, breakwater, rise, grow = LEXICON.read("mole breakwater rise grow")

    assert ("#mole", "#increase") == (mole.meaning, rise.meaning)
    assert (mole.meaning, rise.meaning) == (breakwater.meaning, grow.meaning)


def test_a_language_without_a_thesaurus_has_no_senses() -> None:
    """English senses are not read into another language."""
    (token,) = Lexicon.of([], ["rise"], "de").read("rise")

    assert token.sense is None


def test_an_army_acts_for_its_country_and_a_backed_group_for_itself() -> None:
    """Who does it decides who is asked about."""
    assert {"navy": "tarnia", "backed": "backed", "gulls": "gulls"} == {
        key: LEXICON.roots[key] for key in ("navy", "backed", "gulls")
    }


def test_kin_name_each_other() -> None:
    """A country and its navy are of one house."""
    assert "navy" in LEXICON.kin["tarnia"]
    assert "tarnia" in LEXICON.kin["navy"]


def test_more_words_can_be_known() -> None:
    """A word learnt later mends its misspellings too."""
    assert ["ombudsmarkt"] == [t.word for t in LEXICON.with_words(["ombudsmarkt"]).read("ombudsmrkt")]


def test_a_slip_in_a_phrasing_is_no_word() -> None:
    """Curators write as readers type; what looks like a slip of another word is mended for both."""
    lexicon = Lexicon.of([], ["The attack came by night."]).with_questions(["who did the atack", "the zubrov question"])

    assert ["attack"] == [token.word for token in lexicon.read("atack")]
    assert ["zubrov"] == [token.word for token in lexicon.read("zubrov")]
