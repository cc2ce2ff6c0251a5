"""Files of the cache folder: written whole or not at all, and marked when they are used; a fault costs only time."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file whole or not at all; a folder that can't be written to is passed over."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def used(path: Path) -> None:
    """Mark a file as just used, so that it goes last; one that can't be marked is used all the same."""
    with contextlib.suppress(OSError):
        os.utime(path)
