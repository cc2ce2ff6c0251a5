"""Runs of words: what a quote and a source are compared by, whatever their quotation marks, case and punctuation."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

RUN: Final = 4
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'’‘ʼ`´"))
_WORD: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")


def words(text: str) -> tuple[str, ...]:
    """Split into words: NFKC, no case, apostrophes dropped (`Iraq’s` = `iraqs`), hyphens and other signs between."""
    plain = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES)).casefold()
    return tuple(_WORD.findall(plain))


def runs(text: str) -> list[tuple[str, ...]]:
    """List the runs of four neighbouring words, in order; none for a text of three words or fewer."""
    found = words(text)
    return [found[at : at + RUN] for at in range(len(found) - RUN + 1)]


def hashes(text: str, salt: str) -> list[int]:
    """Hash every run to 16 bits, in order: the first two bytes of the salted SHA-256."""
    return [int.from_bytes(_digest(" ".join(run), salt)[:2], "big") for run in runs(text)]


def link_hash(url: str, salt: str) -> str:
    """Hash a source's address: 16 hex digits of the salted SHA-256."""
    return _digest(url, salt).hex()[:16]


def _digest(text: str, salt: str) -> bytes:
    return hashlib.sha256(f"{salt}\n{text}".encode()).digest()
