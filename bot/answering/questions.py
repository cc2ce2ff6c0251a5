"""Several questions in one text: taken apart, to be answered in turn."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.normalise import tokens

_QUESTION_WORD: Final = r"(?:who|whom|whose|what|which|when|where|why|how)(?:['’]?s)?\b"
_END: Final = re.compile(r"(?:(?<=\?)|(?<=\?!))\s+(?=\S)|\n\s*(?=(?:[-*•]|\d{1,2}[.)])\s)")
_NUMBERED: Final = re.compile(r"\s+(?=\d{1,2}[.)]\s)")
_MARK: Final = re.compile(r"^(?:[-*•]|\d{1,2}[.)])\s+")
_ALTERNATIVE: Final = re.compile(r"or\b", re.IGNORECASE)
_AND: Final = re.compile(rf"(,?\s+and\s+|\s*\n\s*)(?={_QUESTION_WORD})", re.IGNORECASE)
_VERB: Final = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b"
_ASKS: Final = re.compile(rf"{_QUESTION_WORD}|{_VERB}", re.IGNORECASE)
_WHOLE: Final = re.compile(rf"{_VERB}|\w+['’]s\b|\w+\s+{_VERB}", re.IGNORECASE)
_POINTING: Final = frozenset("it its that this these those he she him his her hers they them their there then".split())


def questions(text: str) -> tuple[str, ...]:
    """Every question of a text, in order; the whole text, on one line, where there are not two or more.

    Question marks, the marks of a list of questions, and an "and" between two whole questions part them.
    """
    pieces = [(_MARK.match(piece) is not None, _MARK.sub("", piece)) for piece in _pieces(text)]
    asked = [piece for listed, piece in _together(pieces) if "?" in piece or (listed and _ASKS.match(piece))]
    asked = [piece for piece in asked if re.search(r"\w", piece)]
    whole = asked if len(asked) > 1 else [_MARK.sub("", text.strip())]
    return tuple(_line(question) for piece in whole for question in _parted(piece))


def _pieces(text: str) -> list[str]:
    """The text at its question marks and list marks, `1. … 2. …` on one line too."""
    numbered = "\n".join(_NUMBERED.split(text)) if re.match(r"\s*1[.)]\s", text) else text
    return [piece.strip() for piece in _END.split(numbered)]


def _together(pieces: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """Leave "Was it Turkey? Or the PKK?" the one question that it is."""
    joined: list[tuple[bool, str]] = []
    for listed, piece in pieces:
        if joined and not listed and _ALTERNATIVE.match(piece):
            joined[-1] = (joined[-1][0], f"{joined[-1][1]} {piece}")
        else:
            joined.append((listed, piece))
    return joined


def _parted(text: str) -> list[str]:
    """The two questions of "who is A and where is B?"; "who said what and why?" is one."""
    first, *rest = _AND.split(text)
    parts = [first]
    for between, part in zip(rest[::2], rest[1::2], strict=True):
        if _alone(parts[-1]) and _alone(part):
            parts.append(part)
        else:
            parts[-1] += between + part
    mark = "?" if len(parts) > 1 and text.rstrip().endswith("?") else ""
    return [part if "?" in part else part + mark for part in parts]


def _alone(text: str) -> bool:
    """Whether a part asks for itself: a question word or a verb in front, no other within, and a topic of its own."""
    asked = text.partition("?")[0]
    read = tokens(asked)
    if not _ASKS.match(asked) or re.search(rf"\s{_QUESTION_WORD}", asked, re.IGNORECASE):
        return False
    topic = sum(token.content for token in read)  # of `which part` and `how sure` there is only one, and no verb
    return topic > (0 if _WHOLE.match(asked) else 1) and not any(token.word in _POINTING for token in read)


def _line(text: str) -> str:
    return " ".join(text.split())
