"""What was learnt of a pack, kept by the hash of its content and of this code; a lost or spoilt file costs only time."""

from __future__ import annotations

import contextlib
import os
import tempfile
import zipfile
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from bot.matching.calibration import Calibration
from bot.matching.coverage import Coverage
from bot.matching.evidence import Index
from bot.matching.kernel import Shape
from bot.matching.space import Space


@dataclass(frozen=True, eq=False)
class Learnt:
    """Everything that `build` finds out, with the pack's vocabulary."""

    index: Index
    calibration: Calibration
    floor: float
    vocabulary: tuple[str, ...]


def load(folder: Path | None, content: str) -> Learnt | None:
    """What was learnt of this content, or None if it is not there or can't be read."""
    if folder is None or not content:
        return None
    try:
        with np.load(_path(folder, content), allow_pickle=False) as kept:
            return _unpacked(dict(kept))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def save(folder: Path | None, content: str, learnt: Learnt) -> None:
    """Keep what was learnt; a folder that can't be written to is passed over."""
    if folder is None or not content:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **_packed(learnt))  # type: ignore[arg-type]
        Path(name).replace(_path(folder, content))


def _path(folder: Path, content: str) -> Path:
    return folder / f"{sha256(f'{content} {_code()}'.encode()).hexdigest()[:24]}.npz"


@cache
def _code() -> str:
    """A hash of this package's own code: learnt by other code is not learnt."""
    return sha256(b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))).hexdigest()


def _packed(learnt: Learnt) -> dict[str, object]:
    index = learnt.index
    spaces = {
        f"{name}.{field.name}": getattr(space, field.name)
        for name, space in zip("0123", (*index.spaces, index.answers), strict=True)
        for field in fields(Space)
    }
    spaces |= {f"coverage.{field.name}": getattr(index.coverage, field.name) for field in fields(Coverage)}
    shape = index.shape
    return spaces | {
        "owners": index.owners,
        "refusers": index.refusers,
        "alpha": index.alpha,
        "shape": np.array([*shape.weights, shape.temperature, shape.ridge]),
        "numbers": np.array([*index.weights, learnt.floor]),
        "calibration": np.array([learnt.calibration.mean, learnt.calibration.scale]),
        "weights": learnt.calibration.weights,
        "vocabulary": np.array("\n".join(learnt.vocabulary)),
    }


def _unpacked(kept: dict[str, np.ndarray]) -> Learnt:  # type: ignore[type-arg]
    spaces = [Space(int(kept[f"{n}.size"]), *(kept[f"{n}.{f.name}"] for f in fields(Space)[1:])) for n in "0123"]
    *weights, temperature, ridge = map(float, kept["shape"])
    answer, share, floor = map(float, kept["numbers"])
    coverage = Coverage(int(kept["coverage.size"]), *(kept[f"coverage.{f.name}"] for f in fields(Coverage)[1:]))
    shape = Shape(tuple(weights), temperature, ridge)
    three = (spaces[0], spaces[1], spaces[2])
    index = Index(three, spaces[3], kept["owners"], kept["refusers"], shape, kept["alpha"], coverage, (answer, share))
    calibration = Calibration(*kept["calibration"], kept["weights"])
    return Learnt(index, calibration, floor, tuple(str(kept["vocabulary"]).split("\n")))
