"""Questions that stand in the pack word for word."""

from __future__ import annotations

import pytest

from bot.matching.exact import Exact
from tests import hollin

EXACT = Exact.of(hollin.known().worded)
FOUND = hollin.examples().found


def test_every_phrasing_belongs_to_its_candidate() -> None:
    """The hash of a phrasing leads back to who wrote it."""
    read = hollin.matcher().lexicon.read

    assert [] == [ask for at, c in enumerate(FOUND) for ask in c.asks if EXACT.owner(read(ask)) != at]


def test_every_look_alike_is_refused_by_its_entry_and_owned_by_nobody() -> None:
    """`not` pulls away."""
    read = hollin.matcher().lexicon.read
    refused = [(at, read(text)) for at, c in enumerate(FOUND) for text in c.not_]

    assert [] == [text for at, text in refused if EXACT.owner(text) is not None or at not in EXACT.refused(text)]


@pytest.mark.parametrize("text", ["", "something else entirely", "Did Tarnia attack"])
def test_other_questions_belong_to_nobody(text: str) -> None:
    """Near is not exact."""
    asked = hollin.matcher().lexicon.read(text)

    assert (None, frozenset()) == (EXACT.owner(asked), EXACT.refused(asked))
