"""Everything that can go wrong, as one tree; `exit_code` is what the command line leaves with.

FootnoteError            a sentence for the person who reads it, never a traceback
├── InputError      2    what was typed or piped in
├── KnowledgeError  2    a pack that cannot be loaded: every problem of it at once
├── SettingsError   3    a setting that cannot be used
└── DiscordError    4    Discord refused the token, or cannot be reached for good
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in one place of a pack: what is wrong, and what to do about it."""

    path: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}; {self.remedy}"


class FootnoteError(Exception):
    """A fault that is said in one sentence, with what to do."""

    exit_code: ClassVar[int] = 2


class InputError(FootnoteError):
    """What was typed or piped in can't be used."""


class KnowledgeError(FootnoteError):
    """A pack can't be loaded; `problems` holds every reason, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class SettingsError(FootnoteError):
    """A setting can't be used."""

    exit_code = 3


class DiscordError(FootnoteError):
    """Discord refused us, or can't be reached for good."""

    exit_code = 4
