"""`chat`: questions and answers in turn, each in the light of those before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.cli.options import Explain, Knowledge, open_desk, settings
from bot.cli.polite import complain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from bot.app import Desk

_GREETING: Final = "Ask away; Tab offers curated questions, help says what else. Leave with exit or Ctrl-D."
_HELP: Final = {
    "": "Ask in your own words; each question is heard in the light of those before:",
    "who said that?": "who is behind the last answer; also: when?, source?, exact words?, how sure?",
    "1": "chooses the first of the questions listed last; “yes” the only one of a “Did you mean”",
    "Tab": "offers curated questions for what is typed so far",
    "↑ ↓ Ctrl-R": "go through what was asked before, in earlier chats too",
    "Ctrl-C": "clears the line",
    "exit": "leaves; so do :q and Ctrl-D",
}


def chat(explain: Explain = False, knowledge: Knowledge = None) -> None:  # noqa: FBT002 - a flag of the command line
    """Ask in turn: "who said that?", "and in Syria?"."""
    from bot.cli import prompt  # noqa: PLC0415 - commands load only what they need

    chosen = settings(knowledge)
    desk = open_desk(chosen)
    _talk(desk, prompt.lines(desk, chosen.cache), explain=explain)


def _talk(desk: Desk, lines: Iterator[str], *, explain: bool) -> None:
    from rich.text import Text  # noqa: PLC0415

    from bot.cli import consoles  # noqa: PLC0415
    from bot.cli.conversation import Conversation, leaves, wants_help  # noqa: PLC0415

    out, conversation, told = consoles.out(), Conversation(desk, explain=explain), None
    if out.is_terminal:
        titles = "; ".join(pack.title for pack in desk.answerer.packs)
        consoles.show(out, Text(titles, "bold"), Text(_GREETING, "dim"), Text())
    for line in lines:
        if leaves(line):
            return
        if not line.strip():
            continue
        if wants_help(line):
            consoles.show(out, *_helped(), Text())
            continue
        problem = desk.refresh()
        if problem and problem != told:
            complain(f"The changed pack can't be loaded; the last good one answers.\n{problem}")
        told = problem
        consoles.tell(out, conversation.hear_all(line), desk.answerer.packs)
        consoles.show(out, Text())


def _helped() -> Iterator[RenderableType]:
    from rich.text import Text  # noqa: PLC0415

    from bot.render.hanging import Hanging  # noqa: PLC0415

    for typed, does in _HELP.items():
        yield Hanging(f"  {typed:<15} " if typed else "  ", Text(does))


COMMANDS = (("chat", chat, "footnote chat\n\nfootnote chat < questions.txt"),)
