"""Rankings over the invented pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.matching.evidence import Evidence
from bot.matching.matcher import UNLIKELY
from tests import hollin

if TYPE_CHECKING:
    from bot.model.entries import Entry

MATCHER = hollin.matcher()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("why was the island shelled", "motive"),
        ("who bankrolls the Grey Gulls", "sponsor"),
        ("did exports of herring drop", "exports"),
        ("lighthouse", "damage"),
        ("analyst on the wall", "wall"),
        ("when did the first raid happen", "first-raid"),
        ("how did velmark react", "envoy"),
    ],
)
def test_the_best_is_the_one_meant(asked: str, meant: str) -> None:
    """Other words, same question."""
    best = MATCHER.rank(asked).best

    assert meant == (best and best.candidate.id)


def test_a_ranking_goes_from_best_to_worst() -> None:
    """Five at most, by confidence, gaps apart."""
    ranking = MATCHER.rank("raids on Hollin")

    assert 5 == len(ranking.answering)
    assert sorted((s.confidence for s in ranking.answering), reverse=True) == [s.confidence for s in ranking.answering]
    assert {True} == {s.candidate.answers for s in ranking.answering}
    assert ranking.gap is not None
    assert not ranking.gap.candidate.answers


def test_a_gap_is_ranked_apart() -> None:
    """What the report does not say is found as such."""
    gap = MATCHER.rank("how much does the wall cost").gap

    assert "cost" == (gap and gap.candidate.id)


@pytest.mark.parametrize("entry", hollin.pack().entries, ids=lambda entry: entry.id)
def test_a_curated_question_is_read_word_for_word_among_thanks(entry: Entry) -> None:
    """However likely the whole text is, too."""
    assert MATCHER.rank(f"Hello! {entry.question} thank you!").exact


def test_small_talk_makes_no_question_likelier() -> None:
    """What the question means by itself, it means among any words about the asker."""
    asked = "which party won the vote in Velmark?"
    talk = "I keep a book of island quarrels, my raids on the fridge are Hollin to my wife, and my gulls are grey."
    plain, chatty = MATCHER.rank(asked).best, MATCHER.rank(f"{talk} {asked}").best

    assert plain
    assert chatty
    assert plain.meant < UNLIKELY
    assert chatty.meant == pytest.approx(plain.meant)


def test_suggestions_for_an_empty_text_are_the_first_questions() -> None:
    """What a newcomer can ask, in the curator's order."""
    questions = [entry.question for entry in hollin.pack().entries]

    assert questions[:3] == [option.question for option in MATCHER.suggest("", 3)]


def test_suggestions_are_what_is_being_typed() -> None:
    """The nearest question first, its likeness between 0 and 1."""
    options = MATCHER.suggest("herring exp", 5)

    assert "exports" == options[0].entry
    assert all(0 <= option.confidence <= 1 for option in options)


def test_nothing_is_suggested_for_nonsense() -> None:
    """No option where nothing is near."""
    assert () == MATCHER.suggest("🦭", 0)
    assert len(MATCHER.suggest("zzzzqqq", 25)) <= len(hollin.pack().entries)


@pytest.mark.parametrize(("nearly", "first"), [(0.8, 1), (0.3, 0)])
def test_of_two_on_one_passage_the_one_asked_for_this_kind_goes_first(nearly: float, first: int) -> None:
    """Unless it is far less alike: another entry on the same paragraph that is asked `why` answers a `why`."""
    pair = np.argwhere(~MATCHER._scorer._rivals & MATCHER._scorer._able & ~np.eye(len(MATCHER.candidates), dtype=bool))[
        0
    ]
    none = np.zeros(len(MATCHER.candidates), np.float32)
    scores, fit = none.copy(), none.copy()
    scores[pair], fit[pair] = (1, nearly), (0, 1)

    nothing = MATCHER.index.rows.nearest(np.zeros(len(MATCHER.index.owners), np.float32))
    evidence = Evidence(scores, none, none, fit, none, none, nothing, nothing)

    assert pair[first] == MATCHER._scorer._fitting(evidence).scores.argmax()


@pytest.mark.parametrize(
    ("kind", "asked", "told"),
    [
        ("count", "Did Tarnia attack Hollin?", "how-many-raids"),
        ("count", "Did Velmark withdraw?", None),
        ("count", "Did they attack?", "how-many-raids"),
        ("reason", "Did Tarnia attack Hollin?", None),
    ],
)
def test_what_is_told_beside_an_answer(kind: str, asked: str, told: str | None) -> None:
    """On the same passage, of the kind that is asked for, and about a name in what was asked before, if any."""
    assert told == hollin.matcher().beside("raid-on-hollin", kind, (), asked)


@pytest.mark.parametrize(("asked", "told"), [("which island?", True), ("which towns?", False)])
def test_what_is_told_beside_an_answer_knows_the_word_for_it(asked: str, told: bool) -> None:  # noqa: FBT001
    """An island is no town."""
    matcher = hollin.matcher()
    beside = matcher.beside("raid-on-hollin", "place", matcher.lexicon.read(asked)[1:], "Did Tarnia attack Hollin?")

    assert told == (beside is not None)
