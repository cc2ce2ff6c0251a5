"""Sound packs kept in the cache folder, by the hash of their content and of this code: to read them anew takes longer.

A missing, damaged or read-only file costs time, never a pack.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from bot.model.entries import Pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import TypeAdapter

MOST_KEPT: Final = 12  # packs, or states of one: some 4 MB each for a pack of forty thousand questions


def load(folder: Path | None, content: str) -> Pack | None:
    """The pack of this content hash, or None if it isn't there or is spoilt."""
    if folder is None:
        return None
    try:
        pack = _adapter().validate_json(_path(folder, content).read_bytes())
        _path(folder, content).touch()  # what is in use goes last
    except (OSError, ValueError):
        return None
    return pack if pack.content_hash == content else None


def save(folder: Path | None, pack: Pack) -> None:
    """Keep a sound pack."""
    if folder is None:
        return
    text = _adapter().dump_json(pack)
    write_whole(_path(folder, pack.content_hash), lambda file: file.write(text))
    with contextlib.suppress(OSError):
        kept = sorted(folder.glob("*.pack.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[MOST_KEPT:]:
            path.unlink(missing_ok=True)


def write_whole(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file whole or not at all; a folder that can't be written to is passed over."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            write(file)
        Path(name).replace(path)


def _path(folder: Path, content: str) -> Path:
    return folder / f"{sha256(f'{content} {_code()}'.encode()).hexdigest()[:24]}.pack.json"


@cache
def _code() -> str:
    """A hash of the code that reads packs: what other code kept is read anew."""
    here = Path(__file__).parent
    files = (*sorted(here.glob("*.py")), here.parent / "model/entries.py", here.parent / "errors.py")
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


@cache
def _adapter() -> TypeAdapter[Pack]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - time that only reading a pack needs

    return TypeAdapter(Pack)
