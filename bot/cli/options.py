"""Options that several commands share, and the desk that they open."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.cli.waiting import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.app import Desk
    from bot.model.entries import Pack
    from bot.settings import Settings

_LEARNING: Final = "Opening the packs; the first time, and after a change, it takes a while …"

Knowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", metavar="DIR", help="One pack's folder, or a folder of packs; default: KNOWLEDGE_DIR, or ours."
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Also say how the question was read and what decided.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]


def settings(knowledge: Path | None = None, *more: str) -> Settings:
    """The settings of the environment, `--knowledge` first.

    Raises SettingsError for a folder that can't be used, or one of the fields `more` that the command goes by.
    """
    from bot.settings import load  # noqa: PLC0415 - commands load only what they need

    return load(
        {"knowledge_dir": knowledge} if knowledge else None, using=("knowledge_dir", "cache_dir", "caution", *more)
    )


def open_desk(chosen: Settings, only: str | None = None) -> Desk:
    """Open the desk that the settings describe, ready for any question or for the `only` one; raises KnowledgeError."""
    with said(_LEARNING), _uncollected():
        from bot.app import REHEARSAL, Desk  # noqa: PLC0415 - the engine is heavy

        return Desk.at(chosen, rehearsal=REHEARSAL if only is None else only)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage collector out: what is loaded stays, and to look through it takes a tenth of a second."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def packs_folder(knowledge: Path | None = None) -> Path:
    """The folder of the packs meant, which may be missing or broken; raises SettingsError."""
    from bot.app import knowledge_folder  # noqa: PLC0415

    return knowledge_folder(settings(knowledge))


def load_packs(knowledge: Path | None = None) -> tuple[Pack, ...]:
    """Load the packs meant, without an index to answer from; raises SettingsError or KnowledgeError."""
    from bot.knowledge.loader import load_packs as load  # noqa: PLC0415

    return load(packs_folder(knowledge))
