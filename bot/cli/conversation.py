"""A conversation in the terminal: what was asked before, and which options stand open to be chosen by number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.answering.questions import questions
from bot.model.reply import Answer, Clarify, Correct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.app import Desk
    from bot.model.reply import Option, Reply

_REMEMBERED = 8
_LEAVE = frozenset({":q", ":quit", ":exit", "q!", "exit", "quit"})
_HELP = frozenset({"help", "?", ":help", ":h", "/help"})


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    answered: bool = True


@dataclass(slots=True)
class Conversation:
    """Hears lines over an open desk; remembers the last eight questions."""

    desk: Desk
    explain: bool = False
    _earlier: list[_Asked] = field(default_factory=list)
    _options: tuple[Option, ...] = ()

    @classmethod
    def after(cls, earlier: Sequence[str], desk: Desk, *, explain: bool = False) -> Conversation:
        """Take up a conversation after some questions, oldest first."""
        return cls(desk, explain, [_Asked(question) for question in earlier])

    def hear_all(self, text: str) -> Iterator[tuple[str, Reply]]:
        """Answer every question of a text in turn; each comes back with its reply."""
        for question in questions(text):
            yield question, self.hear(question)

    def hear(self, line: str) -> Reply:
        """Answer a question, or the number of an option of the last "Did you mean"."""
        chosen = self._chosen(line)
        recalled = self.desk.answerer.recall(chosen.entry) if chosen else None
        asked = chosen.question if chosen and recalled else line
        reply = recalled or self.desk.answerer.ask(asked, self._context(asked), explain=self.explain)
        self._earlier = [*self._earlier, _Asked(asked, isinstance(reply, Answer | Correct))][-_REMEMBERED:]
        if not recalled:
            self._options = reply.options if isinstance(reply, Clarify) else ()
        return reply

    def _context(self, asked: str) -> list[str]:
        """The earlier questions; for a bare follow-up those that were answered."""
        bare = self.desk.answerer.follows(asked)
        return [earlier.question for earlier in self._earlier if earlier.answered or not bare]

    def _chosen(self, line: str) -> Option | None:
        number = line.strip().rstrip(".)")
        known = {str(position): option for position, option in enumerate(self._options, start=1)}
        return known.get(number)


def leaves(line: str) -> bool:
    """Tell a farewell from a question."""
    return line.strip().casefold() in _LEAVE


def wants_help(line: str) -> bool:
    """Tell a call for help from a question."""
    return line.strip().casefold() in _HELP
