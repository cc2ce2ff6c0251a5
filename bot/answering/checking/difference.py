"""One difference between a claim and a passage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """What a rule found: in words, on which word of the claim, and whether the passage says otherwise or just less."""

    finding: str
    word: str = ""
    contrary: bool = True
