"""A pack's folder into a `Pack`, or into one error that names every problem of it.

Files are read and parsed strictly, checked key by key, then against each other; only a pack without a problem is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

from bot.errors import KnowledgeError, Problem
from bot.knowledge import duplicates, folder, kept, references, yaml_nodes
from bot.knowledge.nearest import shown, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic import TypeAdapter

    from bot.knowledge.build import Files
    from bot.knowledge.folder import Folder
    from bot.knowledge.yaml_faults import Fault
    from bot.knowledge.yaml_nodes import Mapping
    from bot.model.entries import Entry, Fact, Pack

SCHEMA_FOLDER = "schema"


def load_packs(root: Path, cache: Path | None = None) -> tuple[Pack, ...]:
    """Load one pack folder, or every pack of a folder of packs, in the order of `pack_folders`.

    Sound packs are kept in the `cache` folder, if there is one. Raises KnowledgeError with every problem of every pack.
    """
    packs, problems = _load_each(pack_folders(root), cache)
    problems += _same_ids(packs)
    if problems:
        raise KnowledgeError(problems)
    return tuple(pack for _, pack in packs)


def pack_folders(root: Path) -> list[Path]:
    """List the folder itself if it is a pack, else the packs in it by name; raises KnowledgeError if there is none."""
    if root.is_file():
        _fail(root, "this is a file", "name the folder that it lies in")
    if not root.is_dir():
        _fail(root, "there is no such folder", "name a pack's folder, or a folder of packs")
    if _is_pack(root):
        return [root]
    folders = [path for path in _subfolders(root) if path.name != SCHEMA_FOLDER or _is_pack(path)]
    if not folders:
        _fail(root, "there is no pack in this folder", "add a folder with pack.yaml, sources.yaml and qa/")
    return folders


def load_pack(root: Path, cache: Path | None = None) -> Pack:
    """Load one pack folder; raises KnowledgeError with every problem of it."""
    if not root.is_dir():
        _fail(root, "there is no such folder", "name a folder with pack.yaml, sources.yaml and qa/")
    reading = _Reading(folder.read(root))
    pack = None if reading.folder.problems else kept.load(cache, reading.folder.content_hash())
    if pack is None:
        pack = _read(reading)
        kept.save(cache, pack)
    return pack


def _read(reading: _Reading) -> Pack:
    """The pack of a folder whose files are read."""
    reading.parse()
    reading.cross_check()
    files = reading.validate()
    if files is None or reading.folder.problems:
        raise KnowledgeError(set(reading.folder.problems))
    from bot.knowledge.build import build  # noqa: PLC0415 - with the schema, only where a pack is sound

    return build(files, reading.folder.content_hash())


@dataclass(slots=True)
class _Reading:
    """One pack on its way: `typed` holds the values of every file that could be parsed, `broken` the others.

    `partial` are files that hold more than could be taken from them.
    """

    folder: Folder
    typed: dict[str, Mapping] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)

    def parse(self) -> None:
        for path, content in self.folder.files.items():
            if path.endswith(".yaml"):
                self._parse_file(path, content)

    def _parse_file(self, path: str, content: bytes) -> None:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.broken.add(path)
            line = content.count(b"\n", 0, error.start) + 1
            self.folder.find(path, "this is not UTF-8 text", "save the file as UTF-8", line)
            return
        document = yaml_nodes.parse(text)
        self.note((path, fault) for fault in document.faults)
        self.partial |= {path} if document.partial else set()
        if isinstance(document.value, yaml_nodes.Mapping) and not document.broken:
            self.typed[path] = document.value
            return
        self.broken.add(path)
        if document.value is None and not document.faults:
            self.folder.find(path, "the file is empty", "write its keys, or remove the file")
        elif not document.broken:
            self.folder.find(
                path, "the file is no mapping", "write it as `key: value` lines, without dashes before them"
            )

    def cross_check(self) -> None:
        """Check ids, references and phrasings over all files that could be parsed."""
        self.broken |= self.folder.unread
        rows = list(references.rows(self.typed))
        ids = references.ids(self.typed, self.broken | self.partial)
        pointing = list(references.references(self.typed))
        self.note(duplicates.repeated_ids(rows))
        self.note(duplicates.repeated_phrasings(rows))
        self.note(duplicates.repeated_names(self.typed.get(duplicates.GLOSSARY, yaml_nodes.Mapping())))
        self.note(references.dangling(ids, pointing))
        self.note(("sources.yaml", fault) for fault in references.unused(ids, pointing))
        self.note(
            ("sources.yaml", fault)
            for fault in references.circles(self.typed.get("sources.yaml", yaml_nodes.Mapping()))
        )
        self._check_parts(ids)

    def _check_parts(self, ids: references.Ids) -> None:
        """Check that the pack has entries, and that every fingerprint belongs to a source."""
        seen = self.folder.files.keys() | self.folder.unread
        if not any(path.startswith("qa") for path in seen):
            self.folder.find("qa", "the pack has no questions", "add qa/<topic>.yaml with `topic` and `entries`")
        if "sources.yaml" not in seen:
            self.folder.find("sources.yaml", "the pack has no sources.yaml", "add it with title, publisher and url")
        for path in self.folder.files:
            name = path.removeprefix("sources/").removesuffix(".fingerprint")
            if path.endswith(".fingerprint") and name not in ids.known["source"] and "source" not in ids.unreadable:
                what = f"no source is named {shown(name)}"
                self.folder.find(path, what, suggest(name, ids.known["source"]))

    def validate(self) -> Files | None:
        """Check every file key by key; None if one of them has a fault."""
        from bot.knowledge import schema  # noqa: PLC0415 - pydantic takes a tenth of a second to import
        from bot.knowledge.build import Files  # noqa: PLC0415

        checked = {path: self._validated(path, value, schema.adapter(path)) for path, value in self.typed.items()}
        if self.broken or self.folder.problems:
            return None
        return Files(
            pack=checked["pack.yaml"],
            sources=checked["sources.yaml"],
            terms=checked.get("glossary.yaml", {}),
            qa={path: file for path, file in checked.items() if path.startswith("qa/")},
            facts={path: file for path, file in checked.items() if path.startswith("facts/")},
            gaps=checked.get("gaps.yaml"),
            typed=self.typed,
        )

    def _validated(self, path: str, value: Mapping, adapter: TypeAdapter[Any]) -> Any:  # noqa: ANN401 - one of the files
        from pydantic import ValidationError  # noqa: PLC0415

        from bot.knowledge import complaints  # noqa: PLC0415

        try:
            return adapter.validate_python(value)
        except ValidationError as error:
            self.note((path, fault) for fault in complaints.faults(error, adapter.json_schema(), value))
            return None

    def note(self, found: Iterable[tuple[str, Fault]]) -> None:
        """Keep every fault as a problem of its file."""
        for path, fault in found:
            self.folder.find(path, fault.what, fault.remedy, fault.line)


def _is_pack(root: Path) -> bool:
    """Tell a pack, also one whose pack.yaml is missing or misnamed, from a folder of packs."""
    return any((root / name).exists() for name in (*folder.SINGLE, "pack.yml", "qa"))


def _subfolders(root: Path) -> list[Path]:
    try:
        return sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        _fail(root, f"the folder can't be read ({error.strerror})", "mend its permissions")


def _load_each(folders: list[Path], cache: Path | None) -> tuple[list[tuple[Path, Pack]], list[Problem]]:
    packs: list[tuple[Path, Pack]] = []
    problems: list[Problem] = []
    for path in folders:
        try:
            packs.append((path, load_pack(path, cache)))
        except KnowledgeError as error:
            problems += error.problems
    return packs, problems


def _same_ids(packs: list[tuple[Path, Pack]]) -> list[Problem]:
    problems = []
    taken: dict[str, Path] = {}
    for path, pack in packs:
        first = taken.setdefault(pack.id, path)
        if first is not path:
            what = f"the pack id {shown(pack.id)} is taken by {folder.place_name(first)}"
            problems.append(Problem(folder.place_name(path / "pack.yaml"), 1, what, "give this one another id"))
    return problems or _same_answers(packs)


def _same_answers(packs: list[tuple[Path, Pack]]) -> list[Problem]:
    """Entries and facts are asked for by their id alone, by buttons too, so that no two packs may share one."""
    problems = []
    taken: dict[str, Path] = {}
    for path, pack in packs:
        items: tuple[Entry | Fact, ...] = (*pack.entries, *pack.facts)
        for item in items:
            first = taken.setdefault(item.id, path)
            if first is not path:
                what = f"the id {shown(item.id)} is taken in {folder.place_name(first)}"
                place = folder.place_name(path / item.place.path)
                problems.append(Problem(place, item.place.line, what, "give this one another id"))
    return problems


def _fail(root: Path, what: str, remedy: str) -> NoReturn:
    raise KnowledgeError([Problem(folder.place_name(root), 1, what, remedy)])
