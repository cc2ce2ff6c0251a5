"""What proves a quote without the text it comes from: per paragraph the 16-bit hashes of its four-word runs.

The file is plain text: a header of `key: value` lines, then one line a paragraph, `number: hashes`. The hashes are
sorted, so the order of the words is lost, and cut to 16 bits, so each stands for countless other runs: enough to check
a fragment that one knows, too little to rebuild a text that one doesn't.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bot.errors import KnowledgeError, Problem
from bot.knowledge.folder import place_name
from bot.knowledge.runs import RUN, hashes, link_hash, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FORMAT: Final = "1"
Paragraphs = tuple[frozenset[int], ...]

LONGEST_SHARED = 7
"""Words in a row that an own text may share with a source by chance or by name; one more is a copy.

A run of 8 words has 5 four-word runs. A paragraph of 60 words has some 57 of the 65,536 hashes, so a text that shares
nothing hits it five times in a row by chance once in (65,536 / 57)^5, about 2 x 10^15 places; over 20 paragraphs and
20,000 words of a pack, a false alarm comes in one pack of five thousand million.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a quote: `elsewhere` are the other paragraphs that hold it."""

    kind: Literal["ok", "altered", "misplaced", "not unique", "too short"]
    elsewhere: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A source's fingerprint; `paragraphs` count from 0 and are empty for a source that nobody has read."""

    salt: str
    link: str
    paragraphs: Paragraphs = ()

    def is_of(self, url: str) -> bool:
        """Tell whether the fingerprint was made for this address."""
        return self.link == link_hash(url, self.salt)

    def verify(self, quote: str, paragraph: int) -> Verdict:
        """Check that the quote's runs all stand in the paragraph, and in no other."""
        runs = frozenset(hashes(quote, self.salt))
        if not runs:
            return Verdict("too short")
        found = tuple(number for number, known in enumerate(self.paragraphs) if runs <= known)
        others = tuple(number for number in found if number != paragraph)
        if paragraph in found:
            return Verdict("not unique", others) if others else Verdict("ok")
        return Verdict("misplaced", others) if others else Verdict("altered")

    def copied_runs(self, text: str, longest: int = LONGEST_SHARED) -> Iterator[tuple[int, str]]:
        """Find what a text shares with one paragraph over more than `longest` words in a row: paragraph and words."""
        spoken, marks = words(text), hashes(text, self.salt)
        for number, known in enumerate(self.paragraphs):
            for start, end in _streaks([mark in known for mark in marks]):
                if end - start + RUN - 1 > longest:
                    yield number, " ".join(spoken[start : end + RUN - 1])


def _streaks(hits: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Find the unbroken rows of hits, as half-open ranges."""
    start = None
    for at, hit in enumerate([*hits, False]):
        if hit and start is None:
            start = at
        elif not hit and start is not None:
            yield start, at
            start = None


def make(url: str, paragraphs: Sequence[str] = ()) -> Fingerprint:
    """Make a source's fingerprint; each line of a paragraph is taken for itself, so no run crosses from line to line.

    The salt follows from the address, so that the same source gives the same file.
    """
    salt = hashlib.sha256(url.encode()).hexdigest()[:16]
    marks = (frozenset(mark for line in text.splitlines() for mark in hashes(line, salt)) for text in paragraphs)
    return Fingerprint(salt, link_hash(url, salt), tuple(marks))


def render(fingerprint: Fingerprint) -> str:
    """Write the fingerprint as the text of its file."""
    head = [
        "# 16-bit hashes of the source's four-word runs, by paragraph, sorted. Made by `footnote fingerprint`.",
        f"format: {FORMAT}",
        f"salt: {fingerprint.salt}",
        f"link: {fingerprint.link}",
    ]
    lines = [
        f"{number}: {' '.join(f'{mark:04x}' for mark in sorted(marks))}".rstrip()
        for number, marks in enumerate(fingerprint.paragraphs)
    ]
    return "\n".join([*head, *lines]) + "\n"


def read(path: Path) -> Fingerprint:
    """Read a fingerprint's file; raises KnowledgeError naming the line that can't be one of ours."""
    try:
        lines = path.read_bytes().decode().splitlines()
    except (OSError, UnicodeDecodeError):
        raise _unfit(path, 1, "the fingerprint can't be read") from None
    head: dict[str, str] = {}
    paragraphs: list[frozenset[int]] = []
    for number, line in enumerate(lines, 1):
        key, colon, value = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if colon and key == str(len(paragraphs)) and re.fullmatch(r"( [0-9a-f]{4})*", value.rstrip()):
            paragraphs.append(frozenset(int(mark, 16) for mark in value.split()))
        elif colon and key in {"format", "salt", "link"} and key not in head and not paragraphs:
            head[key] = value.strip()
        else:
            raise _unfit(path, number, "this line is not one of a fingerprint")
    if head.keys() != {"format", "salt", "link"} or head["format"] != FORMAT:
        raise _unfit(path, 1, f"this is no fingerprint of format {FORMAT} with a salt and a link")
    return Fingerprint(head["salt"], head["link"], tuple(paragraphs))


def _unfit(path: Path, line: int, what: str) -> KnowledgeError:
    return KnowledgeError([Problem(place_name(path), line, what, "make it again with `footnote fingerprint`")])
