"""`topics` and `source`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.packs import MINIMAL, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Footnote


def test_topics_are_listed_with_their_size(footnote: Footnote) -> None:
    """Every topic of every pack, and how to see its questions."""
    expected = """\
Ferry delays at Skarn
  · Ferries (3)
See the questions of one: footnote topics TOPIC
"""
    assert expected == footnote("topics").stdout


def test_a_topic_shows_its_questions(footnote: Footnote) -> None:
    """A part of its name is enough."""
    expected = """\
Ferries
  · How many ferries were late in January?
  · Will the delays go on?
  · What did the analyst say about icebreakers?
"""
    assert expected == footnote("topics", "ferr").stdout


def test_an_unknown_topic_names_the_nearest(footnote: Footnote) -> None:
    """A misspelt topic is one sentence with what there is."""
    result = footnote("topics", "Feries")
    assert (2, "") == (result.exit_code, result.stdout)
    assert "No topic is named “Feries”; choose one: Ferries.\n" == result.stderr


def test_a_source_says_what_was_read(footnote: Footnote) -> None:
    """The chain, the dates, and what we know only through others."""
    expected = """\
Ferry delays at Skarn
  What the Northern Post wrote about the harbour board's report.
  Covers     January 2021
  As of      2021-02-01
  1. Harbour board blames ice for ferry delays
     Northern Post · news article · published 2021-02-01
     We have read it.
     Reports on: Winter traffic
     https://post.example/2021/skarn-ferries
  2. Winter traffic
     Harbour board of Skarn · report · published 2021-02-01
     We have not read it; we know it through others.
     https://board.example/winter
"""
    assert expected == footnote("source").stdout


def test_a_small_pack_has_a_source_too(footnote: Footnote, tmp_path: Path) -> None:
    """What a pack leaves out is not shown."""
    write_files(tmp_path / "tiny", MINIMAL)
    expected = """\
A tiny pack
  1. A story
     Northern Post · article
     We have read it.
     https://post.example/story
"""
    assert expected == footnote("source", "--knowledge", "tiny").stdout
