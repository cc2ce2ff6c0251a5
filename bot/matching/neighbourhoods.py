"""Which phrasings are learnt together: all of them, or of a large pack those that could be taken for one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Places = NDArray[np.int64]

TOGETHER = 4_000  # phrasings that are solved as one: 64 MB, a second; exact up to here
OWN = 2_600  # phrasings of a neighbourhood's own classes, at most, but for a class that has more
NEAR = 1_400  # and of others, those most like them


@dataclass(frozen=True, eq=False)
class Neighbourhood:
    """Some `classes`, with all their phrasings and the nearest others (`rows`, ascending)."""

    classes: Places
    rows: Places


def neighbourhoods(sketch: Matrix, labels: Places, classes: int) -> tuple[Neighbourhood, ...]:
    """Every class in one neighbourhood; `labels` (n,) is the class of each row of `sketch` (n, dim)."""
    everything = Neighbourhood(np.arange(classes), np.arange(len(labels)))
    if len(labels) <= TOGETHER:
        return (everything,)
    sizes = np.bincount(labels, minlength=classes)
    means = np.zeros((classes, sketch.shape[1]), np.float32)
    np.add.at(means, labels, sketch)
    means /= np.maximum(sizes, 1)[:, None]
    return tuple(_around(own, means, sketch, labels) for own in _halved(np.arange(classes), means, sizes))


def _halved(own: Places, means: Matrix, sizes: Places) -> Iterator[Places]:
    """Classes in groups of few enough rows, cut again and again across the direction in which they differ most."""
    if sizes[own].sum() <= OWN or len(own) == 1:
        yield own
        return
    spread = (means[own] - means[own].mean(axis=0)) * np.sqrt(sizes[own])[:, None]
    along = spread @ np.linalg.svd(spread, full_matrices=False)[2][0]
    order = own[np.argsort(along, kind="stable")]
    counted = np.cumsum(sizes[order])
    cut = int(np.clip(np.searchsorted(counted, counted[-1] / 2) + 1, 1, len(own) - 1))
    yield from _halved(np.sort(order[:cut]), means, sizes)
    yield from _halved(np.sort(order[cut:]), means, sizes)


def _around(own: Places, means: Matrix, sketch: Matrix, labels: Places) -> Neighbourhood:
    """Some classes with their rows, and the other rows that come nearest to one of them."""
    inside = np.isin(labels, own)
    near = (sketch @ means[own].T).max(axis=1)
    near[inside] = -np.inf
    others = np.argsort(-near, kind="stable")[: min(NEAR, int((~inside).sum()))]
    return Neighbourhood(own, np.union1d(np.flatnonzero(inside), others))
