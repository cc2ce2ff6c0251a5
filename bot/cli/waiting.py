"""A word to a person who has to wait; nothing to a script, and nothing where it goes quickly."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 0.8
_ERASE = "\r\x1b[K"


@contextmanager
def said(sentence: str) -> Iterator[None]:
    """Show a sentence on a terminal's stderr once this takes longer than 0.8 s, and take it away at the end."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    watch = Thread(target=_tell, args=(sentence, done), daemon=True)
    watch.start()
    try:
        yield
    finally:
        done.set()
        watch.join()


def _tell(sentence: str, done: Event) -> None:
    if done.wait(_PATIENCE):
        return
    _write(sentence)
    done.wait()
    _write(_ERASE)


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
