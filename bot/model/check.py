"""What the report says of the sentences of a text, each a frozen value that every surface renders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["supported", "otherwise", "hedge_lost", "unmatched", "not_covered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence, what the report has on it (`says`, in curated words), and where: `paragraphs` and a link.

    `unmatched` is what could be neither supported nor contradicted, though a passage lies near.
    """

    sentence: str
    verdict: Verdict
    says: str
    paragraphs: tuple[int, ...] = ()
    url: str | None = None
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of a text's sentences; `left` counts those beyond the most, `scraps` what states nothing."""

    findings: tuple[Finding, ...]
    left: int = 0
    scraps: int = 0
