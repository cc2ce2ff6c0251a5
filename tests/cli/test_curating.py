"""`check`, `fingerprint` and `schema`, as a curator uses them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.knowledge.fingerprint import read
from tests.cli.conftest import program
from tests.packs import ARTICLE, MINIMAL, QA, write_files, write_pack

if TYPE_CHECKING:
    from tests.cli.conftest import Footnote

CUT = ("--body", "A new report", "--last", "Skarn is an island")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A local copy of the source."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_fingerprint_is_made_from_a_local_copy(footnote: Footnote, pack: Path, article: Path) -> None:
    """It proves quotes in their paragraphs, and is said to."""
    result = footnote("fingerprint", "post", str(article), *CUT)
    written = pack / "sources" / "post.fingerprint"
    assert (0, f"{written} is written: it proves quotes, paragraphs and the link.\n") == (
        result.exit_code,
        result.stdout,
    )
    assert "ok" == read(written).verify("ice delayed forty ferries in January", 2).kind


def test_without_a_copy_only_the_link_is_proved(footnote: Footnote, pack: Path) -> None:
    """A source that nobody has read has a fingerprint of its address."""
    result = footnote("fingerprint", "board-report")
    assert "proves the link alone" in result.stdout
    assert read(pack / "sources" / "board-report.fingerprint").is_of("https://board.example/winter")


def test_the_pack_is_found_by_its_source(footnote: Footnote, tmp_path: Path) -> None:
    """Among several packs the one that has the source is meant."""
    write_pack(tmp_path / "packs" / "skarn")
    write_files(tmp_path / "packs" / "tiny", MINIMAL)
    result = footnote("fingerprint", "board-report", "--knowledge", "packs")
    assert (0, True) == (result.exit_code, (tmp_path / "packs/skarn/sources/board-report.fingerprint").exists())


def test_two_packs_with_the_source_are_a_question(footnote: Footnote, tmp_path: Path) -> None:
    """Where two packs have it, the curator says which."""
    write_pack(tmp_path / "packs" / "skarn")
    write_files(tmp_path / "packs" / "tiny", MINIMAL)
    result = footnote("fingerprint", "post", "--knowledge", "packs")
    assert (2, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith("Which pack is meant? Name its folder with --knowledge (")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["pots"], ["pots", "post"]),
        (["post", "missing.txt"], ["missing.txt can't be read (No such file or directory)"]),
        (["post", "article.txt", "--body", "Nowhere"], ["Nowhere"]),
    ],
)
@pytest.mark.usefixtures("article")
def test_a_slip_is_one_sentence(footnote: Footnote, args: list[str], words: list[str]) -> None:
    """What can't be found is named, and nothing is written."""
    result = footnote("fingerprint", *args)
    assert (2, "", 1) == (result.exit_code, result.stdout, result.stderr.count("\n"))
    assert [] == [word for word in words if word not in result.stderr]


def test_schemas_are_written_beside_the_packs(footnote: Footnote, tmp_path: Path) -> None:
    """Each kind of file has its schema, and the packs load as before."""
    write_pack(tmp_path / "packs" / "skarn")
    result = footnote("schema", "--knowledge", "packs")
    written = [Path(line) for line in result.stdout.splitlines()]
    assert ["facts", "gaps", "glossary", "pack", "qa", "sources"] == sorted(path.stem for path in written)
    assert "entries" in json.loads(Path("packs/schema/qa.json").read_text(encoding="utf-8"))["properties"]
    assert 0 == footnote("topics", "--knowledge", "packs").exit_code


def test_schemas_can_be_written_elsewhere(footnote: Footnote) -> None:
    """A folder named is the folder used."""
    assert 0 == footnote("schema", "editor/schemas").exit_code
    assert Path("editor/schemas/pack.json").is_file()


@pytest.fixture
def sound(footnote: Footnote, pack: Path, article: Path) -> Path:
    """The example pack with its fingerprints."""
    footnote("fingerprint", "post", str(article), *CUT)
    footnote("fingerprint", "board-report")
    return pack


def test_findings_stand_one_a_line_whatever_the_width(
    footnote: Footnote, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is `path:line: what; what to do` on stdout, and the exit code is 2."""
    monkeypatch.setenv("COLUMNS", "20")
    qa = QA.replace("ice delayed forty ferries in January", "ice delayed fifty ferries in January")
    write_pack(sound, {"qa/ferries.yaml": qa})
    result = footnote("check")
    assert (2, "") == (result.exit_code, result.stderr)
    lines = result.stdout.splitlines()
    assert [] == [line for line in lines if not re.fullmatch(r"pack/\S+:\d+: .+; .+", line)]
    assert 1 == sum("ice delayed fifty" in line for line in lines)


def test_a_broken_pack_is_a_finding_too(footnote: Footnote, sound: Path) -> None:
    """What the loader would not load is what check finds."""
    write_pack(sound, {"gaps.yaml": "gaps: ["})
    result = footnote("check")
    assert (2, "") == (result.exit_code, result.stderr)
    assert result.stdout.startswith("pack/gaps.yaml:1: ")


def test_a_sound_pack_is_counted() -> None:
    """The packs of the project have nothing to mend, and are said to have been looked at."""
    done = program("check")
    assert (0, b"") == (done.returncode, done.stderr)
    assert re.fullmatch(r"(\S+: nothing to mend in \d+ entries .+; \d+ quotes verified\.\n)+", done.stdout.decode())
