"""One thread for arithmetic: a question is many small products; sharing one among cores costs more than it gains."""

from __future__ import annotations

from functools import cache


@cache
def one_thread() -> None:
    """Keep numpy's BLAS to one thread from here on.

    On two busy cores that took the median question from 16 ms to 2.7 ms, and learning from 42 s to 35 s.
    """
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # noqa: PLC0415 - with numpy, not before

    threadpool_limits(1, user_api="blas")
