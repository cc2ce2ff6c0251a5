"""Follow-ups over the invented pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.matching.earlier import Earlier
from bot.matching.following import WITNESSES, Following
from bot.matching.matcher import Matcher
from tests import hollin

MATCHER = hollin.matcher()


def followed(question: str, earlier: Earlier) -> list[str | None]:
    """What a question is taken for behind each topic that it may be about."""
    rankings = Following(MATCHER, question, earlier).rankings(MATCHER.rank(question))
    return [ranking.best and ranking.best.candidate.id for ranking in rankings]


def test_a_follow_up_is_read_behind_what_it_hangs_on() -> None:
    """A bare `how often?` means something after a question about the raids."""
    raid = Earlier("Did Tarnia raid Hollin?", "raid-on-hollin")

    assert "how-many-raids" in followed("how often?", raid)


def test_what_was_answered_is_not_meant_again() -> None:
    """Unless the question asks for it by itself."""
    motive = Earlier("Why did Tarnia attack Hollin?", "motive")

    assert "motive" not in followed("how often did they?", motive)
    assert "motive" in followed("what was their motive?", motive)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("only the lighthouse?", True),
        ("both of them?", True),
        ("the church as well?", False),
        ("how often?", False),
        ("and?", False),
    ],
)
def test_what_answered_before_answers_again_where_it_has_all_that_is_asked(typed: str, known: bool) -> None:  # noqa: FBT001
    """How far it goes, or one of its own words; what it has not is asked of another."""
    rankings = Following(MATCHER, typed, Earlier("What was damaged in the raids?", "damage")).again()

    assert known == any(ranking.best and ranking.best.candidate.id == "damage" for ranking in rankings)


def test_what_was_refused_does_not_answer_again() -> None:
    """Nor what nothing answered."""
    asked = "What was damaged in the raids?"

    assert () == Following(MATCHER, "both of them?", Earlier(asked, "damage", refused=True)).again()
    assert () == Following(MATCHER, "both of them?", Earlier(asked)).again()


@pytest.mark.parametrize(
    ("asked", "meant", "stays"),
    [
        ("and did it hurt the herring exports?", "exports", False),  # elsewhere
        ("did they want anything?", "motive", True),  # the answer names it
        ("where is that?", "where-hollin", True),  # asks about a place pointed at
        ("did Velmark expel an ambassador for it?", "envoy", True),  # names somebody
    ],
)
def test_a_follow_up_stays_on_the_passage_of_several_answers(asked: str, meant: str, stays: bool) -> None:  # noqa: FBT001
    """Unless it names or points at somebody or some place; what the answer names belongs to it."""
    raid = Earlier("Did Tarnia raid Hollin?", "raid-on-hollin")
    found = Following(beside_raid(), asked, raid).rankings(MATCHER.rank(asked))

    assert stays == (meant in [one.best and one.best.candidate.id for one in found])


def beside_raid() -> Matcher:
    """A matcher by which another answer rests on the passage of the raid, and its neighbours on others."""
    raid = MATCHER.candidate("raid-on-hollin")
    shared = tuple(replace(c, passages=raid.passages) if c.id == "damage" else c for c in MATCHER.candidates)
    return Matcher(MATCHER.pack, shared, MATCHER.learnt, None)


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("by how much did herring exports fall?", True),
        ("and did they fall?", False),
        ("which exports?", False),
        ("why?", False),
        ("did Ida Holm say so?", True),
    ],
)
def test_a_question_of_its_own_hangs_on_nothing(asked: str, own: bool) -> None:  # noqa: FBT001
    """It is a sentence that points at nothing and surely means something, or it names somebody."""
    raid = Earlier("Did Tarnia raid Hollin?", "raid-on-hollin")

    assert own == Following(MATCHER, asked, raid).stands(MATCHER.rank(asked))


@pytest.mark.parametrize(
    ("asked", "asks", "so"),
    [
        ("by whom?", "were the raiders paid by whom", True),
        ("who by?", "who were the raiders paid by", True),
        ("by whom?", "who was killed by the shells", False),
        ("by when?", "were they paid by then", False),
        ("from where?", "from where do they get their money", True),
    ],
)
def test_a_turned_question_is_answered_by_what_is_asked_so(asked: str, asks: str, so: bool) -> None:  # noqa: FBT001
    """Some phrasings must have its words side by side; one or two may be chance."""
    earlier = Earlier("Who are the Grey Gulls?", "gulls")
    for times in (WITNESSES - 1, WITNESSES):
        told = [f"{asks} {'?' * (at + 1)}" for at in range(times)]
        money = replace(MATCHER.candidate("sponsor"), asks=("who pays", *told))
        candidates = tuple(money if one.id == "sponsor" else one for one in MATCHER.candidates)
        following = Following(Matcher(MATCHER.pack, candidates, MATCHER.learnt, None), asked, earlier)

        assert (so and times == WITNESSES) == following.asked_so("sponsor")
