"""The few numbers that the probability is computed from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bot.matching.discriminant import Logits
from bot.matching.signals import SIGNALS, Standing, signals
from tests import hollin


def seen(question: str) -> dict[str, float]:
    """The signals of the best candidate that can answer."""
    best = hollin.matcher().rank(question).best
    assert best is not None
    return dict(zip(SIGNALS, best.signals.tolist(), strict=True))


def test_a_known_question_speaks_clearer_than_a_stranger() -> None:
    """In every signal that counts for an answer."""
    known, strange = seen("by how much did herring exports fall"), seen("how far did zebra imports jump")

    assert known["score"] > strange["score"]
    assert known["lead"] > strange["lead"]
    assert known["unaccounted"] < strange["unaccounted"]


def test_a_kind_that_nobody_asks_for_is_seen() -> None:
    """`when` of an entry that is never asked for a time."""
    assert 0.0 == seen("when did the Aster analyst Ida Holm speak about the sea wall")["kind fit"]
    assert 1.0 == seen("how many raids on Hollin")["kind fit"]


def test_what_the_wording_tells_is_seen_for_what_it_is() -> None:
    """That a candidate answers at all, and that it does rather than another, are two signals."""
    matcher = hollin.matcher()
    read = matcher.lexicon.read("how many raids on Hollin")
    nobody = np.zeros(len(matcher.candidates), bool)
    standing = Standing(0, matcher.index.evidence(read), nobody, nobody)

    plain, told = signals(read, standing, replace(standing, wording=Logits(answers=1.0, chosen=2.0)))
    differ = dict(zip(SIGNALS, (told - plain).tolist(), strict=True))
    assert {"wording": 1.0, "choice": 2.0} == {name: value for name, value in differ.items() if value}
