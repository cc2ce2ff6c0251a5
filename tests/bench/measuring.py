"""One engine on one set, in a process of its own: what it guesses, how long it takes, how much memory it needs."""

from __future__ import annotations

import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from tests.bench.engines import Guess, opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.engines import Engine
    from tests.bench.sets import Known

WARM_UP: Final = 20  # phrasings asked before the clock runs, so that what is made once is made


@dataclass(frozen=True, slots=True)
class Measured:
    """What an engine guessed, and what it cost.

    `build` in seconds, `times` in milliseconds a question, `peak` the process's largest resident memory in MB (10⁶
    bytes): interpreter, learning and asking.
    """

    guesses: tuple[Guess, ...]
    times: tuple[float, ...]
    build: float
    peak: float


def alone(name: str, known: Sequence[Known], texts: Sequence[str]) -> Measured | None:
    """Measure an engine in a fresh process, and nothing beside it; None where it ran out of memory."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try:
            return pool.submit(measure, name, known, texts).result()
        except (BrokenProcessPool, MemoryError):
            return None


def measure(name: str, known: Sequence[Known], texts: Sequence[str]) -> Measured:
    """Measure an engine in this process."""
    start = perf_counter()
    engine = opened(name, known)
    build = perf_counter() - start
    for one in known[:WARM_UP]:
        engine(one.texts[-1])
    guesses, times = zip(*(_timed(engine, text) for text in texts), strict=True)
    return Measured(guesses, times, build, peak())


def _timed(engine: Engine, text: str) -> tuple[Guess, float]:
    start = perf_counter()
    guess = engine(text)
    return guess, 1000 * (perf_counter() - start)


def peak() -> float:
    """The largest resident memory of this process so far, in MB.

    Linux counts a parent's memory in a child's `ru_maxrss`, but not in its `VmHWM`.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6
