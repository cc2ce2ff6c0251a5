"""What a pack's files say of each other: ids that lead nowhere, that nobody uses, or that go round in a circle.

Works on the values as typed, so that a fault in one entry does not hide the next entry's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.knowledge.nearest import shown, suggest
from bot.knowledge.yaml_faults import Fault
from bot.knowledge.yaml_nodes import Listing, Mapping, Text, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = str
"""One of `source`, `term`, `entry`, `fact`, `gap`."""

HOMES = {"source": "sources.yaml", "term": "glossary.yaml", "entry": "qa/", "fact": "facts/", "gap": "gaps.yaml"}
LISTS = {"qa": ("entries", "entry"), "facts": ("facts", "fact"), "gaps.yaml": ("gaps", "gap")}
_CITES = {"source": "source", "said_by": "term"}
_POINTERS = {
    "entry": {"facts": "fact", "see": "entry"},
    "fact": {"where": "term", "who": "term"},
    "gap": {"see": "entry"},
}


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, fact or gap as it was typed, with the file it stands in."""

    path: str
    kind: Kind
    keys: Mapping

    @property
    def id(self) -> Text | None:
        """The id as typed, if it is a text."""
        return text_of(self.keys.get(_key("id")))


@dataclass(frozen=True, slots=True)
class Reference:
    """One id pointing at something of a kind, from a key of a file."""

    path: str
    line: int
    key: str
    kind: Kind
    target: str


@dataclass(slots=True)
class Ids:
    """Every id that a pack has, by kind; `unreadable` are kinds that may have more, so that nothing is said of them."""

    known: dict[Kind, dict[str, Text]] = field(default_factory=dict)
    unreadable: set[Kind] = field(default_factory=set)


def rows(documents: dict[str, Mapping]) -> Iterator[Row]:
    """Go through every entry, fact and gap that can be told as one."""
    for path, value in documents.items():
        if found := LISTS.get(path.partition("/")[0]):
            listing = value.get(_key(found[0]))
            for item in listing if isinstance(listing, Listing) else ():
                if isinstance(item, Mapping):
                    yield Row(path, found[1], item)


def ids(documents: dict[str, Mapping], broken: Iterable[str]) -> Ids:
    """Collect every id of the pack."""
    found = Ids({kind: {} for kind in HOMES})
    for kind in ("source", "term"):
        found.known[kind] = {key.strip(): key for key in documents.get(HOMES[kind], {})}
    for row in rows(documents):
        if row.id:
            found.known[row.kind].setdefault(row.id.strip(), row.id)
    found.unreadable = {kind for kind, home in HOMES.items() for path in broken if path.startswith(home.rstrip("/"))}
    found.unreadable.update(_half_told(documents))
    if HOMES["source"] not in documents:
        found.unreadable.add("source")
    return found


def _half_told(documents: dict[str, Mapping]) -> Iterator[Kind]:
    """Kinds with a fault that hides ids: what points at those dangles only until the fault is mended."""
    for path, value in documents.items():
        if found := LISTS.get(path.partition("/")[0]):
            listing = value.get(_key(found[0]))
            if not isinstance(listing, Listing) or not all(map(_has_id, listing)):
                yield found[1]
    for kind in ("source", "term"):
        terms = documents.get(HOMES[kind], Mapping()).values()
        if any(isinstance(value, Mapping) for keys in terms if isinstance(keys, Mapping) for value in keys.values()):
            yield kind


def _has_id(item: Value) -> bool:
    return isinstance(item, Mapping) and text_of(item.get(_key("id"))) is not None


def references(documents: dict[str, Mapping]) -> Iterator[Reference]:
    """Go through every id that points at something else."""
    for row in rows(documents):
        yield from _pointing(row.path, row.keys, _POINTERS[row.kind])
        cites = row.keys.get(_key("cites"))
        for cite in cites if isinstance(cites, Listing) else ():
            if isinstance(cite, Mapping):
                yield from _pointing(row.path, cite, _CITES)
    for source in documents.get(HOMES["source"], {}).values():
        if isinstance(source, Mapping):
            yield from _pointing(HOMES["source"], source, {"reports_on": "source"})


def dangling(found: Ids, pointing: Iterable[Reference]) -> Iterator[tuple[str, Fault]]:
    """Name every id that leads nowhere, with the nearest one that does not."""
    for one in pointing:
        valid = found.known[one.kind]
        if one.target in valid or one.kind in found.unreadable:
            continue
        other = next((kind for kind, names in found.known.items() if one.target in names), None)
        what = f'"{one.key}" names the {one.kind} {shown(one.target)}, which is '
        what += f"{'an' if other == 'entry' else 'a'} {other}" if other else f"not in {HOMES[one.kind]}"
        yield one.path, Fault(one.line, what, suggest(one.target, valid))


def unused(found: Ids, pointing: Iterable[Reference]) -> Iterator[Fault]:
    """Name every source that nothing cites and no other source reports on."""
    if found.unreadable & {"entry", "fact", "source"}:
        return
    used = {one.target for one in pointing if one.kind == "source"}
    for name, key in found.known["source"].items():
        if name not in used:
            yield Fault(key.line, f"nothing cites the source {shown(name)}", "cite it, or remove it")


def circles(sources: Mapping) -> Iterator[Fault]:
    """Name every source whose `reports_on` leads back to itself."""
    behind = {}
    for key, keys in sources.items():
        if isinstance(keys, Mapping) and (target := text_of(keys.get(_key("reports_on")))):
            behind[str(key)] = target
    for name, target in behind.items():
        seen, at = {name}, str(target)
        while at in behind and at not in seen:
            seen.add(at)
            at = str(behind[at])
        if at == name:
            what = f'"reports_on" of {shown(name)} leads back to itself'
            yield Fault(target.line, what, "name the source that was there before, or leave it out")


def text_of(value: Value) -> Text | None:
    """Return the value if it is a text with something in it."""
    return value if isinstance(value, Text) and value.strip() else None


def texts_of(value: Value) -> list[Text]:
    """Return the texts of a list, or the one text that stands in its place."""
    items = value if isinstance(value, Listing) else [value]
    return [text for item in items if (text := text_of(item)) is not None]


def _key(name: str) -> Text:
    return Text(name)


def _pointing(path: str, keys: Mapping, pointers: dict[str, Kind]) -> Iterator[Reference]:
    for key, kind in pointers.items():
        for text in texts_of(keys.get(_key(key))):
            yield Reference(path, text.line, key, kind, text.strip())
