"""What is wrong on a line of a file, and the YAML parser's complaints in an editor's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on one line, and what to do about it."""

    line: int
    what: str
    remedy: str


def broken_syntax(text: str, error: MarkedYAMLError) -> Fault:
    """Say where the parser gave up, and what an editor most often did there."""
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


def bad_character(text: str, error: ReaderError) -> Fault:
    """Name a character that no YAML may hold, and its line."""
    code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
    before = text[: max(text.find(chr(code)), 0)]
    return Fault(before.count("\n") + 1, f"the control character U+{code:04X} can't stand in YAML", "delete it")
