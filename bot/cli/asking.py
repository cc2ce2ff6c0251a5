"""`ask`: one question, or a file of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import Explain, Json, Knowledge, open_desk, settings
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.app import Desk

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUESTION", help="In your own words; -, or none in a pipe: what stdin says."),
]
Batch = Annotated[
    str | None,
    typer.Option(
        "--batch", metavar="FILE", help='Ask every line of a file, {"question": …, "context": […]}; - is stdin.'
    ),
]
Context = Annotated[
    list[str] | None,
    typer.Option("--context", metavar="QUESTION", help="An earlier question; repeat it, oldest first."),
]


def ask(
    question: Words = None,
    json: Json = False,  # noqa: FBT002 - a flag of the command line
    batch: Batch = None,
    context: Context = None,
    explain: Explain = False,  # noqa: FBT002
    knowledge: Knowledge = None,
) -> None:
    """Answer a question, or each of several, with its footnote; with --json one reply to the whole."""
    if batch is not None:
        _ask_all(batch, knowledge, explain=explain, alone=not (question or context))
        return
    asked = _asked(question or [])
    desk = open_desk(settings(knowledge), only=asked)
    earlier = [sound(text) for text in context or ()]
    _print(desk, asked, earlier, json=json, explain=explain)


def _asked(question: list[str]) -> str:
    """The question that was typed, or piped in; raises InputError where neither was done."""
    if question == ["-"]:
        return _piped()
    piped = _piped() if not question and sys.stdin is not None and not sys.stdin.isatty() else ""
    if not question and not piped.strip():
        raise InputError('Nothing was asked: write the question, as in: footnote ask "Was the pipeline attacked?"')
    return sound(" ".join(question)) or piped


def _piped() -> str:
    return sys.stdin.buffer.read().decode("utf-8-sig", "replace").strip() if sys.stdin is not None else ""


def sound(text: str) -> str:
    """Text with halves of surrogate pairs joined, and replaced where the other half is missing."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _print(desk: Desk, question: str, earlier: list[str], *, json: bool, explain: bool) -> None:
    if json:
        from bot.render import payload  # noqa: PLC0415

        sys.stdout.write(payload.line(desk.answerer.ask(question, earlier, explain=explain)) + "\n")
        return
    from bot.cli import consoles  # noqa: PLC0415 - rich only where somebody reads
    from bot.cli.conversation import Conversation  # noqa: PLC0415

    conversation = Conversation.after(earlier, desk, explain=explain)
    consoles.tell(consoles.out(), conversation.hear_all(question), desk.answerer.packs)


def _ask_all(batch: str, knowledge: Knowledge, *, explain: bool, alone: bool) -> None:
    from bot.cli import batches  # noqa: PLC0415

    if not alone:
        raise InputError("--batch brings its own questions and contexts: leave out QUESTION and --context.")
    with batches.opened(batch) as lines:
        desk = open_desk(settings(knowledge))
        if not batches.answer(lines, lambda asked: desk.answerer.ask(asked.question, asked.context, explain=explain)):
            raise typer.Exit(InputError.exit_code)


_EXAMPLES = """footnote ask "How often was the base at Zlikan hit?"

echo "Who is Alex Almeida?" | footnote ask -

footnote ask --json --context "Was the pipeline attacked?" "When?"

footnote ask --batch questions.jsonl > replies.jsonl"""

COMMANDS = (("ask", ask, _EXAMPLES),)
