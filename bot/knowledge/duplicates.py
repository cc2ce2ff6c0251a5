"""What may stand only once in a pack: an id, a way of asking, and a name."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from bot.knowledge.nearest import shown
from bot.knowledge.references import HOMES, Row, text_of, texts_of
from bot.knowledge.yaml_faults import Fault
from bot.knowledge.yaml_nodes import Mapping, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GLOSSARY: Final = HOMES["term"]
_ASKING = {"entry": ("question", "also"), "fact": ("asks",), "gap": ("asks",)}


class _Dropped(dict[int, "int | None"]):
    """A translation that drops punctuation, separators and control characters, learned as they come."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code))[0] in "PZC" else code
        self[code] = kept
        return kept


_DROPPED = _Dropped()


def phrasing_key(text: str) -> str:
    """Reduce a phrasing to what makes it one: without case, punctuation, spaces and differences of encoding."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return folded.translate(_DROPPED)


def repeated_ids(rows: Iterable[Row]) -> Iterator[tuple[str, Fault]]:
    """Name every id that an entry, fact or gap took before."""
    taken: dict[str, Row] = {}
    for row in rows:
        if row.id is None:
            continue
        if first := taken.get(row.id.strip()):
            what = f"the id {shown(row.id)} is taken by the {first.kind} in {_at(first)}"
            yield row.path, Fault(row.id.line, what, "give this one another id")
        taken.setdefault(row.id.strip(), row)


def repeated_phrasings(rows: Iterable[Row]) -> Iterator[tuple[str, Fault]]:
    """Name every phrasing that another entry, fact or gap took before."""
    taken: dict[str, tuple[int, Row, Text]] = {}
    for number, row in enumerate(rows):
        for key in _ASKING[row.kind]:
            for text in texts_of(row.keys.get(Text(key))):
                one = phrasing_key(text)
                first_number, first, first_text = taken.setdefault(one, (number, row, text))
                if one and first_number != number:
                    what = f"{shown(text)} already asks for {shown(first.id)} in {first.path}:{first_text.line}"
                    yield row.path, Fault(text.line, what, "keep it in one of the two")


def repeated_names(glossary: Mapping) -> Iterator[tuple[str, Fault]]:
    """Name every name or alias of a term that another term took before: a reader who types it could mean either."""
    taken: dict[str, tuple[Text, Text]] = {}
    for term, keys in glossary.items():
        for text in _names(term, keys) if isinstance(keys, Mapping) else ():
            one = phrasing_key(text)
            first, first_text = taken.setdefault(one, (term, text))
            if one and first is not term:
                what = f"{shown(text)} already names {shown(first)} in {GLOSSARY}:{first_text.line}"
                yield GLOSSARY, Fault(text.line, what, "keep it in one of the two")


def _names(term: Text, keys: Mapping) -> list[Text]:
    """A term's spellings; its id is its name where it has none."""
    return [text_of(keys.get(Text("name"))) or term, *texts_of(keys.get(Text("aliases")))]


def _at(row: Row) -> str:
    return f"{row.path}:{row.id.line if row.id else row.keys.line}"
