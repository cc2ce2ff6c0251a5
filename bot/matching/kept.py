"""Arrays kept in files of the cache folder: read whole or not at all, written whole or not at all."""

from __future__ import annotations

import zipfile
from tokenize import TokenError
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bot.knowledge.cached import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# What numpy and zipfile raise over a damaged file: no archive, a bad header, an unknown packing, an array alone …
SPOILT: Final = (OSError, ValueError, KeyError, EOFError, TypeError, RuntimeError, TokenError, zipfile.BadZipFile)


def read_arrays(path: Path) -> dict[str, Any]:
    """The arrays of a file; raises one of `SPOILT` where it is missing or damaged."""
    with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        return dict(kept)


def write_arrays(path: Path, arrays: Mapping[str, Any]) -> None:
    """Keep arrays in a file; a folder that can't be written to is passed over."""
    write_whole(path, lambda file: np.savez(file, **arrays))
