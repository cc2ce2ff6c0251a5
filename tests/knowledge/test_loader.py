"""A pack that is sound loads whole; anything else is one error that names every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import KnowledgeError, Problem
from bot.knowledge.loader import load_pack, load_packs
from bot.model.entries import Citation, Place
from tests.packs import GAPS, MINIMAL, PACK, QA, write_files, write_pack

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, str | bytes | None]


def problems(folder: Path) -> list[str]:
    """Load and return what went wrong, one line each, with paths inside the pack."""
    with pytest.raises(KnowledgeError) as caught:
        load_packs(folder)
    return [line.removeprefix(f"{folder}/") for line in str(caught.value).split("\n")]


def test_minimal_pack_loads(tmp_path: Path) -> None:
    """pack.yaml, sources.yaml and one file of questions make a pack."""
    pack = load_pack(write_files(tmp_path, MINIMAL))
    assert ("tiny", ["only"], ["post"]) == (pack.id, [entry.id for entry in pack.entries], list(pack.sources))
    assert (Citation(source="post", place=Place("qa/all.yaml", 7)),) == pack.entries[0].cites


def test_entry_has_everything_that_was_typed(tmp_path: Path) -> None:
    """An entry keeps its keys, its topic and its line, and takes over its facts' cites after its own."""
    entry = load_pack(write_pack(tmp_path)).entries[0]
    assert ("ferries-delayed", "Ferries", Place("qa/ferries.yaml", 3)) == (entry.id, entry.topic, entry.place)
    assert ("how many ferries does the island own",) == entry.not_
    assert [Place("qa/ferries.yaml", 13), Place("facts/dates.yaml", 10)] == [cite.place for cite in entry.cites]
    assert ("delays-go-on",) == entry.facts
    assert "2021-02-02" == entry.reviewed


def test_a_cite_of_a_fact_is_not_repeated(tmp_path: Path) -> None:
    """An entry that cites a passage itself does not take it over from its fact again."""
    qa = QA.replace("        hedge: probably\n", "        hedge: probably\n    facts: [delays-go-on]\n")
    entry = load_pack(write_pack(tmp_path, {"qa/ferries.yaml": qa})).entries[1]
    assert [Place("qa/ferries.yaml", 24)] == [cite.place for cite in entry.cites]


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "true", "12", "1.5", "2021-02-01", "0x1F", "12:30:00"])
def test_words_stay_words(tmp_path: Path, word: str) -> None:
    """What YAML would read as a truth, a number or a date stays the text that was typed."""
    files = {**MINIMAL, "qa/all.yaml": MINIMAL["qa/all.yaml"].replace("Nothing much.", word)}
    assert word == load_pack(write_files(tmp_path, files)).entries[0].answer


def test_dates_may_be_quoted_or_not(tmp_path: Path) -> None:
    """The two sources of the example, one date bare and one quoted, are of the same day."""
    sources = load_pack(write_pack(tmp_path)).sources
    assert sources["post"].published == sources["board-report"].published == "2021-02-01"


def test_a_key_left_empty_counts_as_left_out(tmp_path: Path) -> None:
    """An optional key with nothing after its colon does no harm."""
    files = {**MINIMAL, "qa/all.yaml": MINIMAL["qa/all.yaml"] + "    short:\n    also:\n    facts: ''\n"}
    entry = load_pack(write_files(tmp_path, files)).entries[0]
    assert ("", (), ()) == (entry.short, entry.also, entry.facts)


def test_readme_and_hidden_files_are_welcome(tmp_path: Path) -> None:
    """A README, hidden files and a byte order mark are nothing to complain of."""
    extra: Files = {"README.md": "Hello", ".DS_Store": b"\0", "qa/.swp": b"\0", "pack.yaml": "\ufeff" + PACK}
    assert "skarn-ferries" == load_pack(write_pack(tmp_path, extra)).id


def test_the_hash_follows_every_byte(tmp_path: Path) -> None:
    """The content hash is the same for the same bytes, and another after any change of a file or its name."""
    packs = [
        load_pack(write_pack(tmp_path / "a")),
        load_pack(write_pack(tmp_path / "b")),
        load_pack(write_pack(tmp_path / "c", {"gaps.yaml": GAPS + "\n"})),
        load_pack(write_pack(tmp_path / "d", {"qa/ferries.yaml": None, "qa/boats.yaml": QA})),
        load_pack(write_pack(tmp_path / "e", {"sources/post.fingerprint": ""})),
    ]
    assert packs[0].content_hash == packs[1].content_hash
    assert 4 == len({pack.content_hash for pack in packs})


def test_a_folder_of_packs_loads_them_all(tmp_path: Path) -> None:
    """Packs come in the order of their folders; the folder with the JSON schemas is none."""
    write_files(tmp_path / "b", MINIMAL)
    write_pack(tmp_path / "a")
    write_files(tmp_path / "schema", {"qa.json": "{}"})
    assert ["skarn-ferries", "tiny"] == [pack.id for pack in load_packs(tmp_path)]
    assert ["tiny"] == [pack.id for pack in load_packs(tmp_path / "b")]


def test_two_packs_need_two_ids(tmp_path: Path) -> None:
    """Two packs with one id can't be told apart; paths below the working directory are short."""
    write_pack(tmp_path / "a")
    write_pack(tmp_path / "b")
    expected = 'b/pack.yaml:1: the pack id "skarn-ferries" is taken by a; give this one another id'
    assert [expected] == problems(tmp_path)


def test_no_folder_and_no_pack(tmp_path: Path) -> None:
    """A missing folder, a file in its place and a folder without a pack are named."""
    assert ["there is no such folder"] == [one.what for one in raised(tmp_path / "gone")]
    assert ["this is a file"] == [one.what for one in raised(write_pack(tmp_path / "pack") / "pack.yaml")]
    (tmp_path / "empty").mkdir()
    assert ["there is no pack in this folder"] == [one.what for one in raised(tmp_path / "empty")]
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert ["there is no such folder"] == [one.what for one in raised(tmp_path / "loop")]


def raised(folder: Path) -> tuple[Problem, ...]:
    """Load and return the problems as values."""
    with pytest.raises(KnowledgeError) as caught:
        load_packs(folder)
    return caught.value.problems


def test_every_problem_comes_at_once(tmp_path: Path) -> None:
    """Faults of several files, and several of one, are in one report, sorted by place."""
    qa = QA.replace("    short: Prob", "    shrot: Prob").replace("paragraph: 3", "paragraph: x")
    files: Files = {"qa/ferries.yaml": qa, "gaps.yaml": "gaps: {\n", "qa/x.yml": "", "pack.yaml": "id: a\n"}
    assert ["gaps.yaml:2", "pack.yaml:1", "qa/ferries.yaml:21", "qa/ferries.yaml:36", "qa/x.yml:1"] == [
        line.split(": ")[0] for line in problems(write_pack(tmp_path, files))
    ]


def test_a_broken_file_does_not_blame_the_others(tmp_path: Path) -> None:
    """When the glossary can't be read, nothing is said of the ids that would be in it."""
    found = problems(write_pack(tmp_path, {"glossary.yaml": "board: [\n"}))
    assert ["glossary.yaml:2"] == [line.split(": ")[0] for line in found]


def test_a_bomb_of_aliases_is_refused(tmp_path: Path) -> None:
    """Aliases that would expand into millions of items are faults, each on its line."""
    lines = [
        "a: &a [x, x]",
        *(f"{new}: &{new} [*{old}, *{old}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
    found = problems(write_pack(tmp_path, {"gaps.yaml": "\n".join(lines)}))
    assert 'gaps.yaml:2: the alias "*a" is not allowed; write the value out, or quote a text with *' in found


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    """A link that points at itself, and a folder in a file's place, are named."""
    write_pack(tmp_path, {"gaps.yaml": None})
    (tmp_path / "gaps.yaml").symlink_to(tmp_path / "gaps.yaml")
    (tmp_path / "qa" / "dir.yaml").mkdir()
    assert ["gaps.yaml:1", "qa/dir.yaml:1"] == [line.split(": ")[0] for line in problems(tmp_path)]


def test_without_the_c_parser_it_is_only_slower(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without its C parser, the same pack comes out, and the same faults are found."""
    write_pack(tmp_path / "good", {"gaps.yaml": None})
    write_pack(tmp_path / "bad", {"gaps.yaml": "gaps:\n\t- id: \x07\n", "pack.yaml": "id: a\nid: b\ntitle: 'c\n"})
    fast = load_pack(tmp_path / "good")
    monkeypatch.delattr("yaml.CSafeLoader")
    assert fast == load_pack(tmp_path / "good")
    assert ["gaps.yaml:2", "pack.yaml:2", "pack.yaml:3"] == [
        line.split(": ")[0].removeprefix("bad/") for line in problems(tmp_path / "bad")
    ]
