"""Who does what to whom, read off the words around a name: what a guard's finding rests on."""

from __future__ import annotations

import pytest

from bot.matching.guards.direction import directions
from bot.matching.guards.order import deeds
from bot.matching.guards.polarity import denials
from bot.matching.guards.roles import parts
from tests import hollin

LEXICON = hollin.matcher().lexicon
TARNIA, HOLLIN = ("tarnia", "#attack", True), ("hollin", "#attack", False)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tarnia attacked Hollin", {TARNIA, HOLLIN}),
        ("was Hollin attacked by Tarnia", {TARNIA, HOLLIN}),
        ("was the wall at Hollin hit", {HOLLIN}),
        ("did the Gulls attack after the raids", {("gulls", "#attack", True)}),
        ("Whose claim is it that Tarnia attacked Hollin?", {TARNIA, HOLLIN}),
        ("Was it Tarnia that attacked Hollin?", {TARNIA, HOLLIN}),
        ("After the Gulls were threatened, did Tarnia attack?", {("gulls", "#threaten", False), TARNIA}),
        (
            "Tarnia helps Hollin in fortifying its wall",
            {("tarnia", "#support", True), ("hollin", "#support", False), ("hollin", "#fortify", True)},
        ),
        # nothing that the name does, or that is surely done to it
        ("Tarnia shelled more often?", set()),
        ("which attack did Tarnia launch", set()),
        ("Is Tarnia reacting to bombing from the air?", set()),
        ("Where does Tarnia want the Gulls to stop?", set()),
        ("What do the Gulls think their attacks will achieve", set()),
        ("Is the Tarnia deterrence meant for Hollin", set()),
    ],
)
def test_a_part_is_read_off_the_clause_that_the_name_stands_in(
    question: str, expected: set[tuple[str, str, bool]]
) -> None:
    """Other clauses, phrases and nouns give a name no part."""
    assert expected == set(parts(LEXICON.read(question), LEXICON))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("did Velmark attack the Gulls", [("velmark", "gulls")]),
        ("were the Gulls attacked by Velmark", [("velmark", "gulls")]),
        ("the Gulls and Velmark attacked", []),
        ("the Gulls fighting Velmark", []),
        ("what of the Gulls does Velmark hold", []),
        ("the attack by the Gulls, according to Velmark", []),
        ("who believes Velmark attacked the Gulls", [("velmark", "gulls")]),
        ("why did Velmark attack the Gulls, according to the paper", [("velmark", "gulls")]),
    ],
)
def test_only_a_deed_orders_two_names(question: str, expected: list[tuple[str, str]]) -> None:
    """Who speaks, and who stands beside whom, has no order."""
    assert expected == list(deeds(LEXICON.read(question), LEXICON))


@pytest.mark.parametrize(
    ("question", "denies"),
    [
        ("Tarnia did not attack Hollin", True),
        ("what has Tarnia not got to say about the Gulls", True),
        ("Did Tarnia attack Hollin, yes or plain no?", False),
        ("some, all or none of the raids", False),
        ("I had no answer: who attacked Hollin?", False),
    ],
)
def test_a_choice_or_a_word_about_the_asker_denies_nothing(question: str, *, denies: bool) -> None:
    """What is left open is not denied."""
    assert denies == any(denials(LEXICON.read(question), LEXICON))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("are boats often seen", {"often"}),
        ("how often was Hollin seen", set()),
        ("had there been an election the year before", set()),
        ("are the boats to stay", {"stay"}),
        ("are the boats to stay away", set()),
        ("a course on the Middle East", set()),
        ("did exports rise or fall", set()),
        ("who was at the receiving end", set()),
    ],
)
def test_a_scale_or_an_idiom_is_no_direction(question: str, expected: set[str]) -> None:
    """`How often` does not say that it was often."""
    assert expected == {name for (name,) in directions(LEXICON.read(question), LEXICON)}
