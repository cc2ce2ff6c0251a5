"""A source's fingerprint, made once from a local copy of its text, which itself stays out of the pack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.errors import InputError
from bot.knowledge import fingerprint
from bot.knowledge.loader import load_pack
from bot.knowledge.nearest import shown, suggest
from bot.knowledge.runs import words

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model.entries import Source

SHORTEST_HEADLINE: Final = 5
"""Words of a line above the text that make it headline or standfirst, not a button or a tag of the page."""


def write(pack_folder: Path, source_id: str, text: str | None = None, first: str = "", last: str = "") -> Path:
    """Make `sources/<id>.fingerprint` and return its path; without `text` only the link is proved, not the words.

    `first` and `last` are the words that the first and the last paragraph of the text begin with; what stands above
    is paragraph 0, what stands below is left out. Raises KnowledgeError for a broken pack, InputError where the
    source or the words can't be found.
    """
    source = _source(pack_folder, source_id)
    paragraphs = paragraphs_of(text, first, last) if text is not None else []
    path = pack_folder / "sources" / f"{source_id}.fingerprint"
    if text is None and path.is_file() and fingerprint.read(path).paragraphs:
        raise InputError(f"{path} proves words too; give the source's text to make it anew, or remove it first.")
    path.parent.mkdir(exist_ok=True)
    path.write_text(fingerprint.render(fingerprint.make(source.url, paragraphs)), encoding="utf-8")
    return path


def paragraphs_of(text: str, first: str, last: str) -> list[str]:
    """Cut a text at its empty lines: headline and standfirst as paragraph 0, then from `first` to `last`."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    begin = _beginning_with(first, blocks, 0)
    end = _beginning_with(last, blocks, begin) if last else len(blocks) - 1
    above = [line for block in blocks[:begin] for line in block.splitlines()]
    headline = "\n".join(line for line in above if len(words(line)) >= SHORTEST_HEADLINE)
    return [headline, *blocks[begin : end + 1]]


def _beginning_with(start: str, blocks: list[str], since: int) -> int:
    wanted = words(start)
    for number, block in enumerate(blocks[since:], since):
        if words(block)[: len(wanted)] == wanted:
            return number
    raise InputError(f"no paragraph begins with {shown(start)}: copy its first words from the file")


def _source(pack_folder: Path, source_id: str) -> Source:
    sources = load_pack(pack_folder).sources
    if source_id not in sources:
        raise InputError(f"no source is named {shown(source_id)}: {suggest(source_id, sources)}")
    return sources[source_id]
