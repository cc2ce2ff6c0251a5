"""`ask`: one question, or a file of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import Explain, Json, Knowledge, open_desk, settings
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.app import Desk

Words = Annotated[list[str] | None, typer.Argument(metavar="QUESTION…", help="The question, in your own words.")]
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
    """Answer a question, with its footnote."""
    if batch is not None:
        _ask_all(batch, knowledge, explain=explain, alone=not (question or context))
        return
    if question is None:
        raise InputError('Nothing was asked: write the question, as in: footnote ask "Who attacked the base?"')
    desk = open_desk(settings(knowledge))
    earlier = [sound(text) for text in context or ()]
    _print(desk, sound(" ".join(question)), earlier, json=json, explain=explain)


def sound(text: str) -> str:
    """Text with halves of surrogate pairs joined, and replaced where the other half is missing."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _print(desk: Desk, question: str, earlier: list[str], *, json: bool, explain: bool) -> None:
    reply = desk.answerer.ask(question, earlier, explain=explain)
    if json:
        from bot.render import payload  # noqa: PLC0415

        sys.stdout.write(payload.line(reply) + "\n")
        return
    from bot.cli import consoles  # noqa: PLC0415 - rich only where somebody reads
    from bot.render import terminal  # noqa: PLC0415

    consoles.show(consoles.out(), terminal.render(reply, desk.answerer.packs))


def _ask_all(batch: str, knowledge: Knowledge, *, explain: bool, alone: bool) -> None:
    from bot.cli import batches  # noqa: PLC0415

    if not alone:
        raise InputError("--batch brings its own questions and contexts: leave out QUESTION and --context.")
    with batches.opened(batch) as lines:
        desk = open_desk(settings(knowledge))
        if not batches.answer(lines, lambda asked: desk.answerer.ask(asked.question, asked.context, explain=explain)):
            raise typer.Exit(InputError.exit_code)


_EXAMPLES = """footnote ask "How often was the base at Zlikan hit?"

footnote ask --json --context "Who attacked the base?" "When?"

footnote ask --batch questions.jsonl > replies.jsonl"""

COMMANDS = (("ask", ask, _EXAMPLES),)
