"""Work spread over the cores, which ends with the program."""

from __future__ import annotations

import os
from threading import Thread, main_thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """What `work` makes of each item, in their order; the first thing that it raises is raised here.

    Once the program ends, no further item is begun, and those under way are waited for: a thread that is cut off within
    native code may abort it. A pool would finish everything first, or cut it off.
    """
    left = iter(enumerate(items))
    found: dict[int, Result] = {}
    failed: list[Exception] = []

    def take() -> None:
        for at, item in left:
            if failed or not main_thread().is_alive():
                return
            try:
                found[at] = work(item)
            except Exception as error:  # noqa: BLE001 - raised where the work was asked for
                failed.append(error)

    # No daemons, as they would be in the thread of one: the program waits for no daemon.
    threads = [Thread(target=take, daemon=False) for _ in range(os.cpu_count() or 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    if len(found) < len(items):
        raise SystemExit  # of this thread alone: the program is over
    return [found[at] for at in range(len(items))]
