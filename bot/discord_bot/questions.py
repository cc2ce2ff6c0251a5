"""Several questions in one message: taken apart, to be answered in turn."""

from __future__ import annotations

import re

MOST = 3
"""How many questions of one message are answered."""
LONGEST = 1000
"""How many characters of a message are read."""

_END = re.compile(r"(?:(?<=\?)|(?<=\?!))\s+(?=\S)|\n\s*(?=(?:[-*•]|\d{1,2}[.)])\s)")
_MARK = re.compile(r"^(?:[-*•]|\d{1,2}[.)])\s+")
_ALTERNATIVE = re.compile(r"or\b", re.IGNORECASE)


def questions(text: str) -> tuple[str, ...]:
    """Every question of a text, in order; the whole text, on one line, where there are not two or more."""
    pieces = [_MARK.sub("", piece.strip()) for piece in _END.split(text)]
    asked = [piece for piece in _together(pieces) if "?" in piece and re.search(r"\w", piece)]
    return tuple(map(_line, asked)) if len(asked) > 1 else (_line(text),)


def _together(pieces: list[str]) -> list[str]:
    """Leave "Was it Turkey? Or the PKK?" the one question that it is."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _ALTERNATIVE.match(piece):
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined


def _line(text: str) -> str:
    return " ".join(text.split())
