"""`check`, `eval`, `fingerprint` and `schema`: what curators need."""

from __future__ import annotations

from typing import Any

COMMANDS: tuple[tuple[str, Any, str], ...] = ()
