"""The vectors of many texts, each made once: what an encoder said of a text is kept by the text's hash."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.matching.kept import SPOILT, read_arrays, write_arrays

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.matching.encoder import Encoder

    Vectors = dict[int, NDArray[np.float32]]

MOST_OTHERS: Final = 20_000  # vectors kept of texts not in use now, such as a phrasing before its last change: 30 MB


def vectors(encoder: Encoder, texts: Sequence[str], cache: Path | None) -> NDArray[np.float32]:
    """One vector of unit length a text, shape (n, dim); a cache folder lost or not to be written to costs only time."""
    if not texts:
        return encoder.encode(texts)
    kept = cache / f"{_digest(f'{encoder.name} {encoder.revision}'):016x}.vectors.npz" if cache else None
    known = _read(kept) if kept else {}
    keys = [_digest(text) for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if new:
        known |= dict(zip(new, encoder.encode(list(new.values())), strict=True))
        if kept:
            _write(kept, known, keys)
    return np.stack([known[key] for key in keys])


def _read(path: Path) -> Vectors:
    """What is kept, unless it can't be read or isn't what was written: vectors of unit length."""
    try:
        kept = read_arrays(path)
        keys, made = kept["keys"], kept["vectors"]
        whole = made.dtype == np.float32 and (len(keys),) == made.shape[:-1] and keys.ndim == 1
        unit = whole and np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-3)
        return dict(zip(map(int, keys), made, strict=True)) if unit else {}
    except SPOILT:
        return {}


def _write(path: Path, known: Vectors, used: Sequence[int]) -> None:
    """Keep those in use, and of the others the latest."""
    needed = set(used)
    others = [key for key in known if key not in needed]
    keys = list(dict.fromkeys((*others[-MOST_OTHERS:], *used)))
    write_arrays(path, {"keys": np.array(keys, np.uint64), "vectors": np.stack([known[key] for key in keys])})


def _digest(text: str) -> int:
    return int.from_bytes(sha256(text.encode(errors="replace")).digest()[:8])
