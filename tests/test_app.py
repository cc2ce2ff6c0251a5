"""The desk keeps answering: from the packs as they are saved, or from the last good ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import app
from bot.app import Desk, default_knowledge, knowledge_folder
from bot.errors import KnowledgeError
from bot.settings import load
from tests.packs import QA, write_pack

QUESTION = "How many ferries were late in January?"
CHANGED = QA.replace("Forty in one month", "Some forty in one month")


def short(desk: Desk) -> str:
    """The short answer that the desk gives now."""
    answer = desk.answerer.recall("ferries-delayed")
    return answer.short if answer else ""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack to change."""
    return write_pack(tmp_path / "pack")


@pytest.fixture
def desk(pack: Path, shared_cache: Path) -> Desk:
    """An open desk over it."""
    return Desk.open(pack, shared_cache)


def test_an_open_desk_has_loaded_what_questions_need(pack: Path, shared_cache: Path) -> None:
    """The first question, slips and all, loads no module: only answering is measured as its time."""
    Desk.open(pack, shared_cache).answerer.ask(QUESTION)
    code = (
        "import sys; from pathlib import Path; from bot.app import Desk;"
        "desk = Desk.open(*map(Path, sys.argv[1:])); before = set(sys.modules);"
        "desk.answerer.ask('how many feries were latte in Januray?', explain=True);"
        "print(sorted(set(sys.modules) - before))"
    )
    command = [sys.executable, "-c", code, pack, shared_cache]
    assert "[]\n" == subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_a_saved_change_is_in_the_next_answer(desk: Desk, pack: Path) -> None:
    """After a refresh the desk says what the file says now."""
    assert "Forty in one month, the board reported." == short(desk)
    write_pack(pack, {"qa/ferries.yaml": CHANGED})
    assert desk.refresh() is None
    assert "Some forty in one month, the board reported." == short(desk)


def test_a_broken_change_is_named_and_the_last_good_pack_answers(desk: Desk, pack: Path) -> None:
    """While a file is broken every refresh says so; once it is mended none does."""
    write_pack(pack, {"qa/ferries.yaml": CHANGED + "  - id: [\n"})
    first = desk.refresh()
    assert first
    assert "qa/ferries.yaml:" in first
    assert first == desk.refresh()
    assert "Forty in one month, the board reported." == short(desk)
    write_pack(pack, {"qa/ferries.yaml": CHANGED})
    assert desk.refresh() is None
    assert "Some forty in one month, the board reported." == short(desk)


def test_a_broken_pack_is_read_once(desk: Desk, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found broken and has not changed since is not read again."""
    (pack / "pack.yaml").write_text("id: [", encoding="utf-8")
    problem = desk.refresh()
    monkeypatch.setattr(app, "load_packs", lambda _: pytest.fail("read again"))
    assert problem
    assert problem == desk.refresh()


def test_nothing_changed_is_nothing_to_do(desk: Desk, pack: Path) -> None:
    """Without a change the answerer stays the same one; hidden files are no change."""
    before = desk.answerer
    (pack / ".swap").write_text("half a save", encoding="utf-8")
    assert desk.refresh() is None
    assert before is desk.answerer


def test_a_vanished_pack_is_a_problem_and_no_end(desk: Desk, pack: Path) -> None:
    """A folder that goes away leaves the last good pack answering."""
    pack.rename(pack.with_name("elsewhere"))
    assert "there is no such folder" in (desk.refresh() or "")
    assert "Forty in one month, the board reported." == short(desk)


def test_a_desk_over_a_broken_pack_does_not_open(pack: Path) -> None:
    """At the start there is no last good pack, so the problems are raised."""
    (pack / "sources.yaml").unlink()
    with pytest.raises(KnowledgeError, match="sources"):
        Desk.open(pack)


def test_the_cache_may_be_missing_or_useless(pack: Path, tmp_path: Path) -> None:
    """A cache folder that can't be made, or can't be written to, costs no answer."""
    (tmp_path / "file").touch()
    (tmp_path / "locked").mkdir(mode=0o500)
    for cache in (None, tmp_path / "new", tmp_path / "file", tmp_path / "file" / "below", tmp_path / "locked"):
        assert "answer" == Desk.open(pack, cache).answerer.ask(QUESTION).outcome


def test_a_damaged_cache_costs_no_answer(pack: Path, tmp_path: Path) -> None:
    """Rubbish in the cache is built anew."""
    cache = tmp_path / "cache"
    Desk.open(pack, cache)
    for path in cache.rglob("*"):
        if path.is_file():
            path.write_bytes(b"rubbish")
    assert "answer" == Desk.open(pack, cache).answerer.ask(QUESTION).outcome


def test_the_packs_are_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default is the project's folder wherever the command runs; KNOWLEDGE_DIR names another."""
    assert "knowledge" == default_knowledge().name
    assert default_knowledge().is_absolute()
    assert default_knowledge() == knowledge_folder(load())
    monkeypatch.setenv("KNOWLEDGE_DIR", str(tmp_path))
    assert tmp_path == knowledge_folder(load())


def test_a_relative_folder_stays_the_same_folder(pack: Path, shared_cache: Path) -> None:
    """The desk finds its packs again after the working directory has changed."""
    os.chdir(pack.parent)
    desk = Desk.open(Path(pack.name), shared_cache)
    os.chdir(pack)
    write_pack(pack, {"qa/ferries.yaml": CHANGED})
    assert desk.refresh() is None
    assert "Some forty in one month, the board reported." == short(desk)
