"""How much of a question each candidate accounts for."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.coverage import Coverage
from bot.matching.english import rarity
from tests import hollin

EXAMPLES = hollin.examples()
COVERAGE = Coverage.of(EXAMPLES.accounts)
IDS = [candidate.id for candidate in EXAMPLES.found]


def shares(question: str, without: str | None = None) -> dict[str, tuple[float, float]]:
    """Share and what is missing by candidate; every word weighs the same."""
    at = IDS.index(without) if without else None
    share, missing = COVERAGE.shares(hollin.matcher().lexicon.read(question), lambda _: 1.0, at)
    return dict(zip(IDS, zip(share.tolist(), missing.tolist(), strict=True), strict=True))


def test_an_entry_accounts_for_words_that_its_phrasings_repeat() -> None:
    """All of the question for its own entry, none of it for a stranger."""
    found = shares("herring exports")

    assert (1.0, 0.0) == pytest.approx(found["exports"])
    assert (0.0, rarity("herring") + rarity("exports")) == pytest.approx(found["gulls"])


def test_what_nobody_has_is_missing_everywhere() -> None:
    """An unknown word is missing from every candidate."""
    assert {1.0} == {missing for _, missing in shares("xylophones").values()}


def test_a_question_without_content_lacks_nothing() -> None:
    """No division by nothing."""
    assert {(0.0, 0.0)} == set(shares("who is it").values())


def test_words_of_one_phrasing_alone_are_missing_when_it_is_left_out() -> None:
    """Leave-one-out takes a phrasing's words out of its own entry's account, and out of no other's."""
    before, after = shares("payroll"), shares("payroll", without="gulls")

    assert before["sponsor"] == after["sponsor"]
    assert pytest.approx(rarity("horn")) == shares("tobacco horn", without="gulls")["gulls"][1]


def test_shares_stay_between_nothing_and_all() -> None:
    """For every phrasing and every candidate."""
    weigh = hollin.matcher().weigh
    found = [
        COVERAGE.shares(read, weigh, int(owner))[0] for read, owner in zip(EXAMPLES.reads, EXAMPLES.owners, strict=True)
    ]

    assert 0 <= np.min(found) + 1e-5
    assert np.max(found) <= 1 + 1e-5
