"""Sentences of a source in the curator's texts: what a pack says, it says in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.curation.findings import Finding, own_words
from bot.knowledge.fingerprint import LONGEST_SHARED
from bot.knowledge.nearest import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.findings import Desk


def find(desk: Desk) -> Iterator[Finding]:
    """Name the longest run of words that a text shares with a source, where it is too long to be chance."""
    for one in own_words(desk.pack):
        copies = [copy for print_ in desk.fingerprints.values() for copy in print_.copied_runs(one.text)]
        if copies:
            number, run = max(copies, key=lambda copy: len(copy[1]))
            what = f'"{one.key}" of {shown(one.owner)} copies {shown(run)} from paragraph {number}'
            yield Finding(one.place, what, f"put it in your own words; at most {LONGEST_SHARED} in a row may be alike")
