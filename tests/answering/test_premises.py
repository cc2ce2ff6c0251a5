"""What a question presumes falsely is put right, if it is about something that the report tells."""

from __future__ import annotations

import pytest

from bot.model.reply import Correct, Decline
from tests import hollin


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("Why did Hollin attack Tarnia?", "motive"),
        ("How many raids were there in 2016?", "how-many-raids"),
        ("by how much did herring exports rise?", "exports"),
        ("Did the Grey Gulls pay Tarnia?", "sponsor"),
    ],
)
def test_a_false_premise_is_put_right(question: str, entry: str) -> None:
    """Roles swapped, another year, the other direction: the report's own answer follows."""
    reply = hollin.ask(question)

    assert isinstance(reply, Correct)
    assert entry == reply.entry


@pytest.mark.parametrize("question", ["Why did Russia attack the moon?", "How many goals did Zubrovia score in 2016?"])
def test_another_subject_is_not_put_right(question: str) -> None:
    """A strange name or year in what is about nothing here contradicts nothing."""
    assert isinstance(hollin.ask(question), Decline)
