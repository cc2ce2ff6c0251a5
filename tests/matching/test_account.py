"""What a candidate accounts for, with and without one of its phrasings."""

from __future__ import annotations

import json

import pytest

from bot.matching.account import Ledger
from tests import hollin

LEXICON = hollin.matcher().lexicon
ACCOUNTS = {c.id: hollin.matcher().account(at) for at, c in enumerate(hollin.matcher().candidates)}


@pytest.mark.parametrize(
    ("entry", "word", "held"),
    [
        ("wall", "voters", True),
        ("wall", "Holm", True),
        ("wall", "herring", False),
        ("damage", "wrecked", True),
        ("exports", "declining", True),
        ("exports", "Velmark", False),
    ],
)
def test_words_of_phrasings_and_answer_are_held(entry: str, word: str, held: bool) -> None:  # noqa: FBT001
    """A word counts by itself, by its stem or by its sense."""
    (token,) = LEXICON.read(word)

    assert held == ACCOUNTS[entry].holds(token)


def test_a_phrasing_does_not_vouch_for_itself() -> None:
    """A word that one phrasing alone has is not held once that phrasing is left out."""
    asked = LEXICON.read("state of the lighthouse after the shelling")
    state = next(token for token in asked if token.word == "state")

    assert ACCOUNTS["damage"].holds(state)
    assert not ACCOUNTS["damage"].holds(state, without=asked)


def test_kinds_of_answer_are_counted() -> None:
    """An entry answers the kinds of questions that its phrasings ask."""
    assert ACCOUNTS["how-many-raids"].asks_for("count")
    assert not ACCOUNTS["wall"].asks_for("count")
    assert ACCOUNTS["raid-on-hollin"].names("tarnia")
    assert not ACCOUNTS["raid-on-hollin"].names("holm")


def test_an_account_that_was_kept_is_the_same() -> None:
    """Through JSON and back, for every candidate."""
    matcher = hollin.matcher()
    accounts = [matcher.account(at) for at in range(len(matcher.candidates))]
    kept = Ledger([json.dumps(account.packed()).encode() for account in accounts])

    assert accounts == [kept[at] for at in range(len(kept))]
