"""The desk where questions are answered: it holds the current answerer, and takes up changes of the packs."""

from __future__ import annotations

import itertools
import os
from concurrent.futures import Future, wait
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from bot.answering.answerer import Answerer
from bot.answering.policy import CAUTION
from bot.errors import FootnoteError
from bot.knowledge.loader import load_packs
from bot.matching.encoder import OFF, open_encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.matching.encoder import Encoder
    from bot.model.entries import Pack
    from bot.settings import Settings

    Learn = Callable[[tuple[Pack, ...]], Answerer]

REHEARSAL: Final = "wrodd"  # a slip that nothing resembles: it takes every path
Seen = tuple[tuple[str, int, int, int], ...]


class Desk:
    """The current answerer over a folder of packs; a broken change leaves the last good one answering."""

    def __init__(
        self, knowledge: Path, cache: Path | None, learn: Learn, answerer: Future[Answerer], seen: Seen
    ) -> None:
        self._answerer = answerer
        self._knowledge, self._cache, self._learn = knowledge, cache, learn
        self._seen = seen
        self._problem: str | None = None
        self._reloading = Lock()

    @classmethod
    def open(
        cls,
        knowledge: Path,
        cache: Path | None = None,
        *,
        encoder: str | None = OFF,
        patient: bool = True,
        rehearsal: str = REHEARSAL,
        caution: float = CAUTION,
    ) -> Desk:
        """Load the packs of a folder; raises KnowledgeError with every problem of them, or SettingsError.

        `cache` is a folder for indexes; a missing or read-only one costs time, never an answer. `encoder` is a choice
        as in `open_encoder`. Unless `patient`, the packs are learnt meanwhile; only who asks before that is done waits.
        `caution` is how many wrong answers in a hundred questions are tolerable. The `rehearsal` is a question asked
        beforehand, so that all that the first one needs is loaded.
        """
        folder = knowledge.absolute()
        seen = _look(folder)
        opened = open_encoder(encoder)
        if opened is not None:
            opened.warm()
        packs = load_packs(folder, cache)
        learn = partial(_ready, cache=cache, encoder=opened, rehearsal=rehearsal, caution=caution)
        learning: Future[Answerer] = Future()
        if patient:
            learning.set_result(learn(packs))
        else:
            Thread(target=_learn, args=(learning, learn, packs), daemon=True).start()
        return cls(folder, cache, learn, learning, seen)

    @classmethod
    def at(cls, settings: Settings, *, patient: bool = True, rehearsal: str = REHEARSAL) -> Desk:
        """Open the desk that the settings describe."""
        folder, cache = knowledge_folder(settings), settings.cache
        return cls.open(
            folder, cache, encoder=settings.encoder, patient=patient, rehearsal=rehearsal, caution=settings.caution
        )

    @property
    def answerer(self) -> Answerer:
        """The answerer over the last good packs; waits while the first ones are being learnt."""
        return self._answerer.result()

    def learnt(self, within: float) -> bool:
        """Whether the first packs are learnt, or will be within some seconds."""
        return bool(wait([self._answerer], timeout=within).done)

    @property
    def problem(self) -> str | None:
        """What was wrong when the packs were last looked at."""
        return self._problem

    def refresh(self, *, patient: bool = False) -> str | None:
        """Take up a change of the packs, whole or not at all; give what is wrong as long as it is wrong.

        Cheap where nothing changed: it looks at names, times and sizes of the files. While another thread reloads, who
        is `patient` waits for it; anybody else is answered from the last good packs, at once.
        """
        if self._reloading.acquire(blocking=patient):
            try:
                self._look_again()
            finally:
                self._reloading.release()
        return self._problem

    def _look_again(self) -> None:
        seen = _look(self._knowledge)
        if seen != self._seen:
            self._seen = seen  # whatever comes of it, it is not tried again before the next change
            self._problem = self._reload()

    def _reload(self) -> str | None:
        learnt: Future[Answerer] = Future()
        try:
            learnt.set_result(self._learn(load_packs(self._knowledge, self._cache)))
        except FootnoteError as error:
            return str(error)
        self._answerer = learnt
        return None


def _ready(
    packs: tuple[Pack, ...], *, cache: Path | None, encoder: Encoder | None, rehearsal: str, caution: float
) -> Answerer:
    """The answerer, with all loaded that its first question would load: that is no part of answering it."""
    answerer = Answerer(packs, cache=cache, encoder=encoder, caution=caution)
    answerer.ask(rehearsal)
    return answerer


def _learn(learning: Future[Answerer], learn: Learn, packs: tuple[Pack, ...]) -> None:
    try:
        learning.set_result(learn(packs))
    except BaseException as error:  # noqa: BLE001 - whoever waits for it gets it
        learning.set_exception(error)


def knowledge_folder(settings: Settings) -> Path:
    """The folder of packs: KNOWLEDGE_DIR, or the packs that came with Footnote, wherever the command is run."""
    return settings.knowledge_dir or default_knowledge()


def default_knowledge() -> Path:
    """The packs inside an installed package, or the project's `knowledge/` in a checkout."""
    package = Path(__file__).resolve().parent
    packed = package / "packs"
    return packed if packed.is_dir() else package.parent / "knowledge"


def _look(folder: Path) -> Seen:
    return tuple(sorted(_files(folder)))


def _files(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    """Path, time of change, size and inode of every file that is not hidden; what can't be looked at is absent."""
    for parent, folders, names in os.walk(folder):
        folders[:] = (name for name in folders if not _hidden(name))
        for name in itertools.filterfalse(_hidden, names):
            path = os.path.join(parent, name)  # noqa: PTH118 - asked at every question, and Path is ten times slower
            try:
                status = os.stat(path)  # noqa: PTH116 - the same
            except OSError:
                continue
            yield path, status.st_mtime_ns, status.st_size, status.st_ino


def _hidden(name: str) -> bool:
    return name.startswith(".")
