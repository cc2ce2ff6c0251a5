"""What the factory makes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A phrasing (`original`) of a candidate, by its id, turned into another `text`.

    `kind` names the change, `changed` the words that are new, or where none is, those moved or left out.
    """

    text: str
    original: str
    candidate: str
    kind: str
    changed: tuple[str, ...]


class Flip(Made):
    """One that means something else: its candidate is no plain answer to it."""

    __slots__ = ()


class Perturbation(Made):
    """One that means the same: its candidate answers it as before."""

    __slots__ = ()
