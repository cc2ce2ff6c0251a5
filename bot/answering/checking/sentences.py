"""A text taken apart into sentences that state something, and scraps that state nothing."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.normalise import tokens

_ABBREVIATED: Final = r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|Lt|St|vs|No)\.)(?<!\b(?:Mrs|Gen|Col|Sgt|etc)\.)"
_END: Final = re.compile(_ABBREVIATED + r"(?<=[.!?…])([\"”’')\]]*)\s+(?=\S)")
_MARK: Final = re.compile(r"^(?:[-*•>#]+|\d{1,2}[.)])\s+")
_WORDS: Final = 3  # a shorter sentence claims nothing that could be looked up


def split(text: str) -> tuple[tuple[str, ...], int]:
    """The sentences of a text that state something, and how many pieces are questions or too short to."""
    pieces = [" ".join(_MARK.sub("", piece.strip()).split()) for piece in _END.sub(r"\1\n", text).splitlines()]
    worded = [piece for piece in pieces if tokens(piece)]
    stated = tuple(piece for piece in worded if not piece.endswith("?") and len(tokens(piece)) >= _WORDS)
    return stated, len(worded) - len(stated)
