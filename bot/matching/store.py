"""What was learnt of a pack, kept by the hash of its content and of this code; a lost file costs only time."""

from __future__ import annotations

import contextlib
import json
import time
from collections import Counter
from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from bot.knowledge.cached import used
from bot.matching.account import Account, Ledger
from bot.matching.boosting import Trees
from bot.matching.calibration import Calibration
from bot.matching.centroids import Centroids
from bot.matching.coverage import Coverage
from bot.matching.discriminant import Discriminant
from bot.matching.evidence import Index
from bot.matching.exact import Exact
from bot.matching.kept import SPOILT, read_arrays, write_arrays
from bot.matching.kernel import Shape
from bot.matching.lexicon import Lexicon
from bot.matching.likeness import Likeness
from bot.matching.meanings import Meanings
from bot.matching.nearest import Near, Runs
from bot.matching.postings import Postings
from bot.matching.regression import Part, Regression
from bot.matching.space import Space
from bot.matching.spelling import Spelling
from bot.matching.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.matching.guards.conflict import Part as Role

MOST_KEPT = 8  # packs, or states of one: some 70 MB each for a pack of 86,000 phrasings and look-alikes
MOST_ENCODERS = 2  # whose vectors are kept: one in use, and one tried beside it
_STALE = 3600.0  # seconds after which no save is still under way
_TABLES = ("aliases", "senses")
_WEIGHED = ("mean", "scale", "weights")
Kept = TypeVar("Kept", Space, Postings, Coverage, Exact, Trees, Runs, Part, Meanings, Discriminant, Centroids)


@dataclass(frozen=True, eq=False)
class Learnt:
    """All that was found out about a pack; its lexicon's terms are left to the pack.

    `topical` and `risk` are as in `trials`.
    """

    index: Index
    discriminant: Discriminant
    calibration: Calibration
    topical: Calibration
    risk: Sequence[float]
    exact: Exact
    lexicon: Lexicon
    parts: Counter[Role]
    accounts: Sequence[Account]


def load(folder: Path | None, content: str) -> Learnt | None:
    """What was learnt of this content (a hash of the pack and its encoder), or None if it isn't there or is spoilt."""
    if folder is None or not content:
        return None
    try:
        learnt = _unpacked(read_arrays(_path(folder, content)))
    except SPOILT:
        return None
    used(_path(folder, content))
    return learnt


def save(folder: Path | None, content: str, learnt: Learnt) -> None:
    """Keep what was learnt; a folder that can't be written to is passed over."""
    if folder is None or not content:
        return
    write_arrays(_path(folder, content), _packed(learnt))
    with contextlib.suppress(OSError):
        _tidy(folder)


def _tidy(folder: Path) -> None:
    """Keep what was learnt last, and nothing of a save that was broken off."""
    kept = sorted(folder.glob("*[0-9a-f].npz"), key=lambda path: path.stat().st_mtime, reverse=True)
    broken = [path for path in folder.glob("*.part") if time.time() - path.stat().st_mtime > _STALE]
    spoken = sorted(folder.glob("*.vectors.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_KEPT:] + spoken[MOST_ENCODERS:] + broken:
        path.unlink(missing_ok=True)


def _path(folder: Path, content: str) -> Path:
    return folder / f"{sha256(f'{content} {_code()}'.encode()).hexdigest()[:24]}.npz"


@cache
def _code() -> str:
    """A hash of this package's own code, and the releases of what stems and spells for it: other code learns anew."""
    here = Path(__file__).parent
    shaping = [here.parent / "model/entries.py", here.parent / "knowledge/build.py"]
    own = b"".join(path.read_bytes() for path in (*sorted(here.rglob("*.py")), *shaping))
    releases = " ".join(version(name) for name in ("snowballstemmer", "symspellpy", "rapidfuzz", "numpy"))
    return sha256(own + releases.encode()).hexdigest()


def _packed(learnt: Learnt) -> dict[str, Any]:
    index, likeness, shape = learnt.index, learnt.index.likeness, learnt.index.shape
    parts: dict[str, Any] = {"space": likeness.space, "answers": index.answers, "coverage": index.coverage}
    parts |= {"pieces": likeness.spelling.pieces, "holding": likeness.spelling.holding}
    parts |= {"meanings": likeness.meanings} if likeness.meanings else {}
    parts |= {"centroids": index.centroids} if index.centroids else {}
    parts |= {"discriminant": learnt.discriminant, "exact": learnt.exact, "trees": learnt.calibration.trees}
    parts |= {"near": index.near.space, "runs": index.near.runs, "rows": index.rows}
    parts |= {f"part {number}": part for number, part in enumerate(index.regression.parts)}
    arrays = {f"{name}.{f.name}": getattr(part, f.name) for name, part in parts.items() for f in fields(part)}
    return arrays | {
        **{f"calibration {name}": getattr(learnt.calibration, name) for name in _WEIGHED},
        **{f"topical {name}": getattr(learnt.topical, name) for name in _WEIGHED},
        "risk": np.array(learnt.risk),
        "parts": np.array(len(index.regression.parts)),
        "classes": np.array(index.regression.size),
        "owners": index.owners,
        "refusing": index.refusing,
        "kinds": index.kinds,
        "shape": np.array([*shape.weights, shape.temperature, shape.ridge]),
        "weights": np.array(index.weights),
        "lexicon": _bytes(json.dumps(_spelt(learnt.lexicon))),
        "accounts": _bytes("\n".join(json.dumps(one.packed(), separators=(",", ":")) for one in learnt.accounts)),
        "roles": np.array(json.dumps([[*part, count] for part, count in learnt.parts.items()])),
    }


def _unpacked(kept: Mapping[str, Any]) -> Learnt:
    def part(kind: type[Kept], name: str) -> Kept:
        return kind(*(_plain(kept[f"{name}.{field.name}"]) for field in fields(kind)))

    *weights, temperature, ridge = map(float, kept["shape"])
    meanings = part(Meanings, "meanings") if "meanings.axes" in kept else None
    centroids = part(Centroids, "centroids") if "centroids.lengths" in kept else None
    answer, share, whole = map(float, kept["weights"])
    solved = tuple(part(Part, f"part {number}") for number in range(int(kept["parts"])))
    spelling = Spelling(part(Space, "pieces"), part(Postings, "holding"))
    shares = (weights[2], weights[-1] if meanings else 0.0)
    likeness = Likeness(part(Space, "space"), spelling, meanings, shares)
    index = Index(
        likeness,
        part(Space, "answers"),
        kept["owners"],
        kept["refusing"],
        part(Runs, "rows"),
        Near(part(Space, "near"), part(Runs, "runs")),
        kept["kinds"],
        Shape(tuple(weights), temperature, ridge),
        Regression(solved, int(kept["classes"])),
        part(Coverage, "coverage"),
        centroids,
        (answer, share, whole),
    )
    parts = Counter({(name, action, acts): n for name, action, acts, n in json.loads(str(kept["roles"]))})
    lexicon, accounts = _lexicon(json.loads(kept["lexicon"].tobytes())), Ledger(kept["accounts"].tobytes().split(b"\n"))
    mean, scale, weighed = (kept[f"calibration {name}"] for name in _WEIGHED)
    calibration = Calibration(mean, scale, weighed, part(Trees, "trees"))
    mean, scale, weighed = (kept[f"topical {name}"] for name in _WEIGHED)
    topical = Calibration(mean, scale, weighed, Trees.none())
    told, risk, exact = part(Discriminant, "discriminant"), kept["risk"].tolist(), part(Exact, "exact")
    return Learnt(index, told, calibration, topical, risk, exact, lexicon, parts, accounts)


def _bytes(text: str) -> Any:  # noqa: ANN401 - an array; numpy would keep each letter of a text in four bytes
    return np.frombuffer(text.encode(), np.uint8)


def _spelt(lexicon: Lexicon) -> dict[str, Any]:
    tables = {name: [[*key, value] for key, value in getattr(lexicon, name).items()] for name in _TABLES}
    known = lexicon.vocabulary
    return tables | {
        "acronyms": dict(lexicon.acronyms),
        "vocabulary": [
            *map(sorted, (known.words, known.said, known.names, known.pairs)),
            known.language,
            dict(known.usage),
        ],
    }


def _lexicon(spelt: Mapping[str, Any]) -> Lexicon:
    aliases, senses = ({tuple(key): value for *key, value in spelt[name]} for name in _TABLES)
    *words, language, usage = spelt["vocabulary"]
    known, said, names, pairs = map(frozenset, words)
    vocabulary = Vocabulary(known, said, names, language, usage, pairs)
    return Lexicon(aliases, senses, spelt["acronyms"], vocabulary, {})


def _plain(array: Any) -> Any:  # noqa: ANN401 - a number that was kept as an array of no dimension
    return array.item() if array.ndim == 0 else array
