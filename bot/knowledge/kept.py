"""Sound packs kept in the cache folder, by the hash of their content and of this code: to read them anew takes longer.

A missing, damaged or read-only file costs time, never a pack.
"""

from __future__ import annotations

import contextlib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.knowledge.cached import used, write_whole
from bot.model.entries import Pack

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MOST_KEPT: Final = 12  # packs, or states of one: some 4 MB each for a pack of forty thousand questions


def load(folder: Path | None, content: str) -> Pack | None:
    """The pack of this content hash, or None if it isn't there or is spoilt."""
    if folder is None:
        return None
    try:
        pack = _adapter().validate_json(_path(folder, content).read_bytes())
    except (OSError, ValueError):
        return None
    used(_path(folder, content))
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
