"""Packs kept in the cache folder: the same as read, and never in the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge import kept, yaml_nodes
from bot.knowledge.loader import load_pack

HOLLIN = Path(__file__).parents[1] / "answering/pack_of_hollin"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack's folder of one's own."""
    return Path(shutil.copytree(HOLLIN, tmp_path / "hollin"))


def files(cache: Path) -> list[Path]:
    """What is kept."""
    return sorted(cache.glob("*"))


def test_a_kept_pack_is_the_same_and_is_not_parsed(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every value, with its place."""
    read = load_pack(pack, tmp_path / "cache")
    monkeypatch.setattr(yaml_nodes, "parse", lambda *_: pytest.fail("it was parsed again"))

    assert read == load_pack(pack, tmp_path / "cache")


def test_a_changed_pack_is_read(pack: Path, tmp_path: Path) -> None:
    """A curator's save shows at once."""
    before = load_pack(pack, tmp_path / "cache")
    file = pack / "pack.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(before.title, "Another title"), encoding="utf-8")

    assert "Another title" == load_pack(pack, tmp_path / "cache").title


def test_a_broken_pack_is_not_kept(pack: Path, tmp_path: Path) -> None:
    """It is told what is wrong each time."""
    (pack / "pack.yaml").write_text("id: [", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(KnowledgeError):
            load_pack(pack, tmp_path / "cache")

    assert [] == files(tmp_path / "cache")


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"id": 3}', b"\xff\x00"])
def test_a_damaged_file_costs_only_time(pack: Path, tmp_path: Path, spoilt: bytes) -> None:
    """It is read anew and kept again."""
    read = load_pack(pack, tmp_path / "cache")
    (file,) = files(tmp_path / "cache")
    file.write_bytes(spoilt)

    assert read == load_pack(pack, tmp_path / "cache")
    assert read == kept.load(tmp_path / "cache", read.content_hash)


def test_a_folder_that_is_none_costs_only_time(pack: Path, tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "cache").write_text("no folder")

    assert load_pack(pack) == load_pack(pack, tmp_path / "cache")


def test_only_the_last_few_are_kept(pack: Path, tmp_path: Path) -> None:
    """A curator who saves all day fills no disk."""
    for number in range(kept.MOST_KEPT + 2):
        (pack / "README.md").write_text("note", encoding="utf-8")
        file = pack / "pack.yaml"
        file.write_text(file.read_text(encoding="utf-8") + f"# {number}\n", encoding="utf-8")
        load_pack(pack, tmp_path / "cache")

    assert kept.MOST_KEPT == len(files(tmp_path / "cache"))
