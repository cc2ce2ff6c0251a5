"""Golden files: whole outputs, kept as a reader would see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def kept(path: Path, actual: str) -> str:
    """The text kept at `path`; where there is none yet, keep `actual` and ask somebody to look at it."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8")
        pytest.fail(f"{path.name} was not there and is written now: read it, then run the tests again")
    return path.read_text(encoding="utf-8")
