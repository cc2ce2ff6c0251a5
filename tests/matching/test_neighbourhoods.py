"""Which phrasings are learnt together."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.neighbourhoods import neighbourhoods

TOPICS = np.repeat(np.arange(6), 20)  # six classes of twenty rows, each with a direction of its own
SKETCH = np.eye(6, dtype=np.float32)[TOPICS]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs of more than 30 rows are parted."""
    for name, size in (("TOGETHER", 30), ("OWN", 45), ("NEAR", 10)):
        monkeypatch.setattr(f"bot.matching.neighbourhoods.{name}", size)


def test_a_small_pack_is_one_neighbourhood() -> None:
    """Exact up to a size."""
    (one,) = neighbourhoods(SKETCH[:30], TOPICS[:30], 6)

    assert [*range(30)] == one.rows.tolist()
    assert [*range(6)] == one.classes.tolist()


def test_every_class_is_in_one_neighbourhood_with_all_its_rows() -> None:
    """None is lost, and none is learnt twice."""
    found = neighbourhoods(SKETCH, TOPICS, 6)

    assert [*range(6)] == sorted(np.concatenate([one.classes for one in found]).tolist())
    for one in found:
        assert {*np.flatnonzero(np.isin(TOPICS, one.classes))} <= {*one.rows}
        assert len(one.rows) <= 45 + 10


def test_a_class_without_rows_does_no_harm() -> None:
    """A fact that nobody asks for is a class all the same."""
    found = neighbourhoods(SKETCH, TOPICS, 7)

    assert [*range(7)] == sorted(np.concatenate([one.classes for one in found]).tolist())
