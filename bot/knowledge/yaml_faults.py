"""What is wrong on a line of a file, and the YAML parser's complaints in an editor's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.error import MarkedYAMLError
    from yaml.reader import ReaderError

_REMEDIES = {
    "mapping values are not allowed in this context": "quote a text that holds a colon, or mend the indentation",
    "found unexpected end of stream": "close the quote that opens here",
    "did not find expected ',' or ']'": "close the bracket, or quote a text that holds brackets or commas",
    "did not find expected ',' or '}'": "close the brace, or quote a text that holds braces or commas",
    "could not find expected ':'": "give the key a colon, or indent the text below its key",
    "found character that cannot start any token": "quote a text that begins with @, ` or %",
    "did not find expected '-' indicator": "indent every item of the list alike, each with its dash",
    "did not find expected key": "indent the keys alike, and close quotes before the line ends",
}
_KEY_OR_ITEM: Final = re.compile(r"\s*(?:-\s|(?:-\s+)?[\w-]+:(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on one line, and what to do about it."""

    line: int
    what: str
    remedy: str


def broken_syntax(text: str, error: MarkedYAMLError) -> Fault:
    """Say where the parser gave up, or where the quote opens that led it there, and what an editor most often did."""
    if opened := next(_runaway_quotes(text), None):
        return Fault(opened, "the quote that opens here takes in the lines below", "close it where its text ends")
    mark = error.problem_mark or error.context_mark
    reason = error.problem or "unreadable"
    unclosed = reason == "found unexpected end of stream"
    if unclosed and error.context_mark:
        mark = error.context_mark
    lines = text.split("\n")
    number = min(mark.line + 1 if mark else 1, len(lines))
    line = lines[number - 1]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Fault(number, "a tab stands in the indentation", "indent with spaces")
    remedy = _REMEDIES.get(reason, "check indentation, colons, brackets and quotes here and just above")
    return Fault(number, f"this is not valid YAML ({reason})", remedy)


def _runaway_quotes(text: str) -> Iterator[int]:
    """Lines on which a quoted text opens that takes in a key or an item of a list, up to where the parser gave up."""
    import yaml  # noqa: PLC0415 - kept out of import time

    lines = text.split("\n")
    try:
        for token in yaml.scan(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, yaml.ScalarToken) and token.style in {"'", '"'}:
                taken_in = lines[token.start_mark.line + 1 : token.end_mark.line + 1]
                if any(map(_KEY_OR_ITEM.match, taken_in)):
                    yield token.start_mark.line + 1
    except yaml.YAMLError:
        return


def bad_character(text: str, error: ReaderError) -> Fault:
    """Name a character that no YAML may hold, and its line."""
    code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
    before = text[: max(text.find(chr(code)), 0)]
    return Fault(before.count("\n") + 1, f"the control character U+{code:04X} can't stand in YAML", "delete it")
