"""Follow-ups over the invented pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.matching.earlier import Earlier
from bot.matching.following import Following
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


def test_a_follow_up_stays_on_the_passage_of_several_answers() -> None:
    """What is told elsewhere is not meant, unless the follow-up names somebody, points, or the answer names it."""
    raid = Earlier("Did Tarnia raid Hollin?", "raid-on-hollin")

    assert "exports" not in followed("what did exports do?", raid)
    assert "motive" in followed("what did they want?", raid)
    assert "where-hollin" in followed("where is that?", raid)
    assert "motive" in followed(
        "and the motive, what was the motive for the raids?", Earlier("How often?", "how-many-raids")
    )
    assert "envoy" in followed("did Velmark expel an ambassador for it?", raid)


@pytest.mark.parametrize(
    ("asked", "entry", "so"),
    [("by whom?", "envoy", False), ("by Velmark, by whom else?", "envoy", False), ("from where?", "sponsor", True)],
)
def test_a_turned_question_is_answered_by_what_is_asked_so(asked: str, entry: str, so: bool) -> None:  # noqa: FBT001
    """One phrasing may be chance."""
    earlier = Earlier("Who are the Grey Gulls?", "gulls")
    money = MATCHER.candidate("sponsor")
    asks = (*money.asks, "from where do they get it", "from where comes the money") if so else money.asks
    candidates = tuple(replace(one, asks=asks) if one.id == "sponsor" else one for one in MATCHER.candidates)
    matcher = Matcher(MATCHER.pack, candidates, MATCHER.learnt, None)

    assert so == Following(matcher, asked, earlier).asked_so(entry)
