"""Work spread over the cores."""

from __future__ import annotations

import pytest

from bot.matching.cores import spread


def test_results_come_in_order() -> None:
    """Whichever core was faster."""
    assert [n * n for n in range(200)] == spread(lambda n: n * n, range(200))
    assert [] == spread(str, [])


def test_what_goes_wrong_is_raised_where_it_was_asked_for() -> None:
    """And not lost in a thread."""
    with pytest.raises(ZeroDivisionError):
        spread(lambda n: 1 // n, [2, 1, 0, 3])
