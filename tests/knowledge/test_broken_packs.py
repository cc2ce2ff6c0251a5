"""Eighty ways to break a pack, each with the sentences that it gets (broken_packs.txt is the golden file)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import KnowledgeError, Problem
from bot.knowledge.loader import load_pack
from tests.knowledge.broken import BROKEN
from tests.packs import EXAMPLE, write_pack

GOLDEN = Path(__file__).with_name("broken_packs.txt")


def sentences() -> dict[str, list[str]]:
    """Read the golden file: paragraphs of a name and its sentences."""
    paragraphs = [paragraph.split("\n") for paragraph in GOLDEN.read_text(encoding="utf-8").strip().split("\n\n")]
    return {name: lines for name, *lines in paragraphs}


def problems(folder: Path) -> tuple[Problem, ...]:
    """Load a pack and return its problems; none if it is sound."""
    try:
        load_pack(folder)
    except KnowledgeError as error:
        return error.problems
    return ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_named(tmp_path: Path, name: str) -> None:
    """A broken pack says where it is broken and what to do, a line for every fault and no other."""
    found = problems(write_pack(tmp_path, BROKEN[name]))
    assert sentences()[name] == [str(one).removeprefix(f"{tmp_path}/") for one in found]


def test_the_golden_file_has_every_way_and_no_other() -> None:
    """Each way to break a pack has its sentence."""
    assert list(BROKEN) == list(sentences())


FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
BITS = "entries:|gaps:|id|: |\n  |\n|- |[|]|{|}|&a|*a|!x|'|\"|>|\t|?|~|,|<<|%|---|cites|topic|post|#|\u2028|\x85|x|\r"


def assert_sound_or_named(folder: Path) -> None:
    """Check that a pack loads, or that every problem has its line and its remedy on a line of its own."""
    found = problems(folder)
    assert found or load_pack(folder).id
    assert all(one.line >= 1 and one.remedy and str(one).isprintable() for one in found)


@FUZZ
@given(name=st.sampled_from(sorted(EXAMPLE)), content=st.binary(max_size=200))
def test_no_bytes_make_it_stumble(tmp_path: Path, name: str, content: bytes) -> None:
    """Whatever bytes a file holds, the pack loads or the error has a line for every problem."""
    assert_sound_or_named(write_pack(tmp_path, {name: content}))


@FUZZ
@given(
    name=st.sampled_from(sorted(EXAMPLE)),
    parts=st.lists(st.text() | st.sampled_from(BITS.split("|"))),
    at=st.integers(0, 900),
)
def test_no_yaml_makes_it_stumble(tmp_path: Path, name: str, parts: list[str], at: int) -> None:
    """Bits of YAML and of any text, thrown into a sound file, are named or harmless."""
    sound = EXAMPLE[name]
    assert_sound_or_named(write_pack(tmp_path, {name: sound[:at] + "".join(parts) + sound[at:]}))
