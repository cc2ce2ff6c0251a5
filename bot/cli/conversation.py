"""A conversation in the terminal: what was asked before, and which options stand open to be chosen by number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.answering.questions import questions
from bot.model.reply import Answer, Correct, Decline, Option
from bot.render.terminal import offered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.app import Desk
    from bot.model.reply import Related, Reply

_REMEMBERED = 8
_LEAVE = frozenset({":q", ":quit", ":exit", "q!", "exit", "quit"})
_HELP = frozenset({"help", "?", ":help", ":h", "/help"})
_NUMBER = re.compile(r"(?:the |number |no |no\. ?|option |#)*(\w+)(?: one)?(?: please)?")
_ORDINALS = {"first": "1", "second": "2", "third": "3"}
_YES = frozenset("yes yep yeah yup y ok sure exactly right correct".split())


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    answered: bool = True


@dataclass(slots=True)
class Conversation:
    """Hears lines over an open desk; remembers the last eight questions, and the last ones that were offered."""

    desk: Desk
    explain: bool = False
    _earlier: list[_Asked] = field(default_factory=list)
    _offered: Sequence[Option | Related] = ()

    @classmethod
    def after(cls, earlier: Sequence[str], desk: Desk, *, explain: bool = False) -> Conversation:
        """Take up a conversation after some questions, oldest first."""
        return cls(desk, explain, [_Asked(question) for question in earlier])

    def hear_all(self, text: str) -> Iterator[tuple[str, Reply]]:
        """Answer every question of a text in turn; each comes back with its reply."""
        for question in questions(text):
            yield question, self.hear(question)

    def hear(self, line: str) -> Reply:
        """Answer a question, or the number of one in the last list of them; yes to the only one that may be meant."""
        chosen = self._chosen(line)
        recalled = self.desk.answerer.recall(chosen.entry) if chosen else None
        asked = chosen.question if chosen and recalled else line
        reply = recalled or self.desk.answerer.ask(asked, self._context(asked), explain=self.explain)
        self._earlier = [*self._earlier, _Asked(asked, isinstance(reply, Answer | Correct))][-_REMEMBERED:]
        kept = recalled or (isinstance(reply, Decline) and reply.reason == "not_a_question")
        self._offered = offered(reply) or (self._offered if kept else ())
        return reply

    def _context(self, asked: str) -> list[str]:
        """The earlier questions; for a bare follow-up those that were answered."""
        bare = self.desk.answerer.follows(asked)
        return [earlier.question for earlier in self._earlier if earlier.answered or not bare]

    def _chosen(self, line: str) -> Option | Related | None:
        said = line.strip().rstrip(".)!").casefold()  # `2.`, `the second one`, `#2`
        agreed = [option for option in self._offered if said in _YES and isinstance(option, Option)]
        if len(agreed) == 1:
            return agreed[0]
        number = _NUMBER.fullmatch(said)
        meant = _ORDINALS.get(number[1], number[1]) if number else ""
        return {str(at): option for at, option in enumerate(self._offered, start=1)}.get(meant)


def leaves(line: str) -> bool:
    """Tell a farewell from a question."""
    return line.strip().casefold() in _LEAVE


def wants_help(line: str) -> bool:
    """Tell a call for help from a question."""
    return line.strip().casefold() in _HELP
