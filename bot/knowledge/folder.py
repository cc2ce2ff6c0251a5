"""Which files a pack may hold, and their bytes: what is misplaced or misnamed is named, never skipped in silence."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import Problem
from bot.knowledge.nearest import nearest, shown

SINGLE = ("pack.yaml", "sources.yaml", "glossary.yaml", "gaps.yaml")
FOLDERS = {"qa": ".yaml", "facts": ".yaml", "sources": ".fingerprint"}
ALLOWED_ANYWHERE = frozenset({"README.md"})


@dataclass(slots=True)
class Folder:
    """A pack's files: bytes by path inside the pack, and what is wrong with the folder itself.

    `unread` are the paths (those that were meant, where a name is misspelt) whose contents nobody saw.
    """

    root: Path
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def named(self, path: str) -> str:
        """Name a file of the pack as the person at the terminal finds it: from where they stand, if it is below."""
        return place_name(self.root / path)

    def find(self, path: str, what: str, remedy: str, line: int = 1) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.named(path), line, what, remedy))

    def content_hash(self) -> str:
        """Hash every file's name and bytes: 64 hex digits."""
        digest = hashlib.sha256()
        for path, content in sorted(self.files.items()):
            digest.update(f"{path}\0{len(content)}\0".encode(errors="surrogateescape"))
            digest.update(content)
        return digest.hexdigest()


def place_name(path: Path) -> str:
    """Write a path from the working directory when it lies below it, whole otherwise; always printable."""
    with contextlib.suppress(ValueError, OSError):
        path = path.absolute().relative_to(Path.cwd())
    name = str(path).encode(errors="backslashreplace").decode()
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)


def read(root: Path) -> Folder:
    """Read every file of the pack; unknown, misplaced and unreadable ones become problems."""
    folder = Folder(root)
    for path in _listed(folder, root):
        if path.name in FOLDERS and path.is_dir():
            _read_folder(folder, path)
        elif path.name in SINGLE:
            _read_file(folder, path.name)
        else:
            _unknown(folder, path.name)
    if "pack.yaml" not in folder.files and "pack.yaml" not in folder.unread:
        folder.find("pack.yaml", "there is no pack.yaml in this folder", "add one with `id` and `title`")
    return folder


def _read_folder(folder: Folder, inside: Path) -> None:
    suffix = FOLDERS[inside.name]
    for path in _listed(folder, inside):
        name = f"{inside.name}/{path.name}"
        if path.suffix == suffix and not path.is_dir():
            _read_file(folder, name)
            continue
        folder.unread.add(name)
        if path.is_dir():
            folder.find(name, f"the folder {shown(name)} is one too deep", f"move its files into {inside.name}/")
        else:
            remedy = f"name it {shown(path.stem + suffix)}, or move it out of the pack"
            folder.find(name, f"{shown(name)} is not read here", remedy)


def _unknown(folder: Folder, name: str) -> None:
    homes = {Path(home).stem: home for home in (*FOLDERS, *SINGLE)}
    near = nearest(Path(name).stem, homes)
    folder.unread.add(homes[near] if near else name)
    if near:
        remedy = f'did you mean "{homes[near]}"?'
    elif name.endswith((".yml", ".yaml")):
        folder.unread |= {f"{home}/{name}" for home in ("qa", "facts")}
        remedy = "questions belong into qa/, facts into facts/"
    else:
        remedy = f"a pack holds {', '.join(SINGLE)}, qa/, facts/ and sources/"
    folder.find(name, f"a pack has no file or folder {shown(name)}", remedy)


def _listed(folder: Folder, inside: Path) -> list[Path]:
    try:
        paths = sorted(inside.iterdir())
    except OSError as error:
        folder.find(inside.name, f"the folder can't be read ({error.strerror})", "mend its name or its permissions")
        return []
    return [path for path in paths if not path.name.startswith(".") and path.name not in ALLOWED_ANYWHERE]


def _read_file(folder: Folder, name: str) -> None:
    path = folder.root / name
    if not path.is_file():
        folder.unread.add(name)
        folder.find(name, f"{shown(name)} is no readable file", "put a plain text file in its place")
        return
    try:
        folder.files[name] = path.read_bytes()
    except OSError as error:
        folder.unread.add(name)
        folder.find(name, f"{shown(name)} can't be read ({error.strerror})", "mend its permissions")
