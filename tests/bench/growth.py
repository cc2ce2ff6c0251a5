"""How build time, memory and speed grow with the phrasings: packs of any size, sampled from the largest sets."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from tests.bench.engines import LEXICAL, WRATIO
from tests.bench.measuring import alone
from tests.bench.scores import quantile
from tests.bench.sets import Known, files, found, grouped, known, questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

SIZES: Final = (100, 300, 1_000, 3_000)
LARGE: Final = (10_000, 15_000)
SAMPLED: Final = ("banking77_10_published", "clinc150_10_published")
PER_ENTRY: Final = 10  # phrasings an entry has until there are no more entries
ASKED: Final = 200  # questions timed at each size; none of them is among the phrasings


@dataclass(frozen=True, slots=True)
class Step:
    """One size: seconds to learn, peak memory in MB, and milliseconds a question at the median, ours and WRatio's.

    Ours are None where memory ran out.
    """

    phrasings: int
    build: float | None
    peak: float | None
    p50: float | None
    wratio: float | None


def steps(folder: Path, sizes: Sequence[int]) -> Iterator[Step]:
    """Measure each size, one after the other; none where the sampled sets are not there."""
    pairs, texts = sampled([path for path in found(folder) if path.name in SAMPLED])
    for size in sizes if pairs else ():
        entries = of_size(pairs, size)
        ours, naive = alone(LEXICAL, entries, texts), alone(WRATIO, entries, texts)
        build, peak = (ours.build, ours.peak) if ours else (None, None)
        yield Step(size, build, peak, *(quantile(one, 0.5) if one else None for one in (ours, naive)))


def sampled(folders: Sequence[Path]) -> tuple[list[tuple[str, str]], list[str]]:
    """Pairs of entry and phrasing in the order in which packs take them, and the questions that are asked.

    The phrasings of the sets come first, then what they ask in scope, but for the questions that are asked here.
    """
    chance = Random(0)  # noqa: S311 - the same sample each time
    asked = [one for folder in folders for file in files(folder) for one in questions(file)]
    rest = [(one.entry, one.text) for one in asked if one.entry]
    chance.shuffle(rest)
    own = [(one.entry, text) for folder in folders for one in known(folder) for text in one.texts]
    texts = grouped([*own, *rest[ASKED:]])
    entries = list(texts)
    chance.shuffle(entries)
    return list(_in_order([(entry, texts[entry]) for entry in entries])), [text for _, text in rest[:ASKED]]


def of_size(pairs: Sequence[tuple[str, str]], size: int) -> tuple[Known, ...]:
    """The entries of the first so many phrasings; where those run out, halves of two are put together."""
    taken = [*pairs[:size], *_spliced(pairs, size - len(pairs))]
    return tuple(Known(entry, tuple(asks)) for entry, asks in grouped(taken).items())


def _in_order(texts: Iterable[tuple[str, list[str]]]) -> Iterator[tuple[str, str]]:
    """Every entry's first phrasings, then every entry's next."""
    left = list(texts)
    start = 0
    while left:
        yield from ((entry, text) for entry, asks in left for text in asks[start : start + PER_ENTRY])
        start += PER_ENTRY
        left = [(entry, asks) for entry, asks in left if len(asks) > start]


def _spliced(pairs: Sequence[tuple[str, str]], count: int) -> Iterator[tuple[str, str]]:
    chance = Random(1)  # noqa: S311 - the same
    texts = grouped(pairs)
    for _ in range(count):
        entry, _text = chance.choice(pairs)
        first, second = (chance.choice(texts[entry]).split() for _ in range(2))
        yield entry, " ".join([*first[: len(first) // 2 + 1], *second[len(second) // 2 :]])
