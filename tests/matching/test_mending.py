"""Slips, those that show in the word and those that only the words beside it give away."""

from __future__ import annotations

import pytest

from bot.matching.english import inflected
from bot.matching.mending import FEW, OFTEN, Mender, taught
from bot.matching.normalise import tokens
from bot.matching.vocabulary import Vocabulary

SAID = "Minister Holm of Velmark and Karim of Tarnia accused the Tarnian navy of the attack on Hollin harbour."
ASKED = [
    *(f"why does the prime minister {verb} gulls" for verb in "fear fund back pay like".split()),
    *(f"were the Tarnia-backed boats {verb}" for verb in "sunk seen sold hit bought".split()),
    *(f"did the minister take the boats {when}" for when in "today then now once twice".split()),
]
KNOWN = taught(Vocabulary.of(tokens(SAID), "en"), ASKED)


def read(text: str, known: Vocabulary = KNOWN) -> str:
    """A text with its slips mended."""
    return " ".join(token.word for token in Mender(known).mended(tokens(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("why dose the prime minster fear gulls", "why does the prime minister fear gulls"),
        ("the tarnia baked boats", "the tarnia backed boats"),
        ("he baked bread", "he baked bread"),
        ("a minster of stone", "a minster of stone"),
        ("who accsed the navy", "who accused the navy"),
        ("dose", "dose"),
    ],
)
def test_a_word_is_known_by_its_company(typed: str, meant: str) -> None:
    """A dictionary has `minster` and `baked`, too: only beside `prime` and `tarnia` is something else meant."""
    assert meant == read(typed)


def test_words_that_the_pack_uses_are_meant() -> None:
    """However often another one stands there."""
    used = taught(Vocabulary.of(tokens(SAID), "en"), [*ASKED, *["the prime minster"] * (FEW + 1)])

    assert "the prime minster" == read("the prime minster", used)


def test_seldom_company_proves_nothing() -> None:
    """One question fewer, and nothing is mended."""
    once = taught(Vocabulary.of(tokens(SAID), "en"), ASKED[: OFTEN - 1])

    assert "the prime minster" == read("the prime minster", once)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what did Velmrak say", "what did velmark say"),
        ("what did Hallum say", "what did hallum say"),
        ("was the Atack planned", "was the atack planned"),
        ("was the atack planned", "was the attack planned"),
        ("Was The Atack Planned", "was the attack planned"),
    ],
)
def test_a_name_is_no_slip_of_a_common_word(typed: str, meant: str) -> None:
    """A capital amid small letters marks one: `Mardin` is no `margin`."""
    assert meant == read(typed)


def test_what_the_pack_says_is_no_slip() -> None:
    """However often a name a letter away is asked for: Karim is not Kasim."""
    asked = [*ASKED, *(f"why does general Kasim {verb} gulls" for verb in "fear fund back pay like".split())]
    known = taught(Vocabulary.of(tokens(SAID), "en"), asked)

    assert "why does general karim fear gulls" == read("why does general Karim fear gulls", known)


def test_a_topic_is_not_known_by_a_small_word_beside_it() -> None:
    """`was wounded by` is asked often, and `was pounded by` is still something else."""
    asked = [*ASKED, *(f"who was wounded by the {what}" for what in "gulls storm navy ferry rocket".split())]
    known = taught(Vocabulary.of(tokens(SAID), "en"), asked)

    assert "what was pounded by the navy" == read("what was pounded by the navy", known)


def test_another_language_has_no_odd_words() -> None:
    """What English hardly knows may be everyday there: `seiner` is not `keiner`."""
    asked = [f"gibt es an keiner {where} Möwen" for where in "Basis Küste Mole Insel Fähre Werft".split()]
    known = taught(Vocabulary.of((), "de"), [*asked, "was gehört zu seiner Basis"])

    assert "was gehort zu seiner basis" == read("was gehört zu seiner Basis", known)


def test_inflections_are_known_too() -> None:
    """A slip in one of them is led to it."""
    assert {"attack", "attacked", "attacks", "attacking"} <= inflected(["attack"])


TYPED = [
    *(f"how often was it hit {when}" for when in "today then now once twice late soon again first last ever".split()),
    *(f"who are the men of {where}" for where in "Hollin Velmark Tarnia town here there now then old new late".split()),
    *(
        f"what did he do in the past year {when}"
        for when in "then now once twice late soon again here first last ever".split()
    ),
    *(f"did he {verb} not" for verb in "fear fund pay like see do hear say take run sit".split()),
    *["did the SNV wait"] * OFTEN,
]
TYPISTS = taught(Vocabulary.of(tokens(f"{SAID} The SNV waited."), "en"), TYPED)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how often was it hti", "how often was it hit"),
        ("who aer the men", "who are the men"),
        ("waht dd he doo", "what did he do"),
        ("over the pastyear", "over the past year"),
        ("what did NSV say", "what did snv say"),
        ("what is the SNVs aim", "what is the snv aim"),
        ("who are the snvs", "who are the snv"),
        ("did hts and the puk wait", "did hts and the puk wait"),
        ("did the PUK and SVX wait", "did the puk and svx wait"),
        ("the yearpast", "the yearpast"),
    ],
)
def test_slips_in_short_words_and_forgotten_spaces_are_mended(typed: str, meant: str) -> None:
    """Two letters exchanged, one doubled or left out, a name's plural; somebody else's acronym stays."""
    assert meant == read(typed, TYPISTS)


def test_each_half_keeps_what_was_typed_of_it() -> None:
    """So that a finding can quote it."""
    read = Mender(TYPISTS).mended(tokens("over the PastYear"))

    assert ["over", "the", "Past", "Year"] == [token.surface for token in read]


def test_a_curators_own_slips_are_no_words() -> None:
    """What is typed wrong in a phrasing, too, is mended all the same."""
    slipped = taught(Vocabulary.of(tokens(SAID), "en"), [*TYPED, "was it hti in the pastyear"])

    assert "hit in the past year" == read("hti in the pastyear", slipped)


SPOKEN = [
    *(f"were soldiers at the border hit with rockets which they said {what}" for what in [str(n) for n in range(120)]),
    *(f"did it stop by putting up a cheap wall, number {n}" for n in range(120)),
]
HEARD = taught(Vocabulary.of(tokens(SAID), "en"), SPOKEN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hit whit rockets", "hit with rockets"),  # the letters of another word
        ("putting up a cheep wall", "putting up a cheap wall"),  # the sound of one
        ("thay were hit", "they were hit"),
        ("puting up a wall", "putting up a wall"),
        ("wich rockets, taht wall", "which rockets that wall"),
        ("was it feared", "was it feared"),  # no company tells that another word is meant
        ("at the boarder", "at the boarder"),
        ("a Cheep wall", "a cheep wall"),  # a capital may mark a name
        ("the warder", "the warder"),  # another word
    ],
)
def test_a_word_is_known_by_its_sound_and_letters(typed: str, meant: str) -> None:
    """A word that nobody asks with is another one that stands in its company, where it sounds or is spelt like it."""
    assert meant == read(typed, HEARD)


def test_words_sound_so_in_english_alone() -> None:
    """`keine` is no slip of `can`."""
    known = taught(Vocabulary.of(tokens("kann sein"), "de"), [f"kann man {n}" for n in range(120)])

    assert ["keine"] == [token.word for token in Mender(known).mended(tokens("keine", "de"))]
