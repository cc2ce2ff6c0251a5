"""`eval`: what is printed, and when the exit code is 1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Footnote

LATE = "How many ferries were late in January?"
QUESTIONS = (
    {"question": LATE, "kind": "direct", "paragraphs": [1]},
    {"question": "Will the delays go on?", "kind": "odd", "entries": ["second-icebreaker"]},
    {"question": "How much money did the delays cost?", "kind": "odd", "expect": "decline"},
)
GONE_WRONG = "Will the delays go on? → delays-outlook"


@pytest.fixture(autouse=True)
def _questions() -> None:
    """Three questions where the program is run: one goes right, one wrong, one is held."""
    Path("questions.jsonl").write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")


def report(footnote: Footnote, *args: str) -> dict[str, object]:
    """What a program reads."""
    found: dict[str, object] = json.loads(footnote("eval", "questions.jsonl", "--json", *args).stdout)
    return found


def test_the_tables_count_by_kind_and_in_all(footnote: Footnote) -> None:
    """Each kind has a row, all together the next one; then come the figures."""
    result = footnote("eval", "questions.jsonl")
    rows = [line.split() for line in result.stdout.splitlines() if line.strip()]
    assert (0, "") == (result.exit_code, result.stderr)
    assert "kind total answerable first right wrong unheld clarified declined".split() == rows[0]
    assert [
        ["direct", "1", "1", "1", "1", "0", "0", "0", "0"],
        ["odd", "2", "1", "0", "0", "1", "0", "0", "1"],
        ["all", "3", "2", "1", "1", "1", "0", "0", "1"],
    ] == rows[2:5]
    assert "answered wrong 33.3 % 1 of 3, 6.1–79.2 %".split() == rows[9]
    assert ["calibration", "error"] == rows[-1][:2]


def test_a_pipe_cuts_nothing(footnote: Footnote) -> None:
    """However long a kind is, its row is whole."""
    kind = "a kind that is " + "rather " * 10 + "long"
    Path("questions.jsonl").write_text(json.dumps(QUESTIONS[0] | {"kind": kind}), encoding="utf-8")
    output = footnote("eval", "questions.jsonl").stdout
    assert (True, False) == (kind in output, "…" in output)


def test_failures_are_named_on_request(footnote: Footnote) -> None:
    """A question that went wrong stands there with what it got, and was confused with; a held one doesn't."""
    result = footnote("eval", "questions.jsonl", "--failures")
    assert [
        f"wrong: {GONE_WRONG} (expected: second-icebreaker)",
        "confused 1×: second-icebreaker → delays-outlook",
    ] == result.stdout.splitlines()[-2:]
    assert "declined:" not in result.stdout


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--min-right", "50", "--max-wrong", "34"], 0, ""),
        (["--min-right", "51"], 1, "50.0 % of the answerable questions are answered right, fewer than 51 %.\n"),
        (["--max-wrong", "3"], 1, "33.3 % of all questions are answered wrong, more than 3 %.\n"),
        (["--min-right", "101"], 2, None),
    ],
)
def test_a_missed_threshold_is_exit_code_1(footnote: Footnote, args: list[str], code: int, said: str | None) -> None:
    """What falls short is said in a sentence."""
    result = footnote("eval", "questions.jsonl", *args)
    assert code == result.exit_code
    assert said in {None, result.stderr}


def test_a_program_reads_the_report(footnote: Footnote) -> None:
    """With --json stdout is one object, with nothing to compare with unless it is named."""
    found = report(footnote)
    assert (3, 1, 1, 1, None) == tuple(found[key] for key in ("total", "right", "wrong", "first", "against"))


def test_what_is_newly_wrong_is_exit_code_1(footnote: Footnote) -> None:
    """Named on stderr; what else turned stands under the tables. Against itself nothing has turned."""
    last = report(footnote)
    Path("last.json").write_text(json.dumps(last), encoding="utf-8")
    same = footnote("eval", "questions.jsonl", "--against", "last.json")
    assert (0, "") == (same.exit_code, same.stderr)

    first, second, third = last["verdicts"]  # type: ignore[misc]
    second |= {"verdict": "declined", "got": "decline"}  # type: ignore[has-type]
    third |= {"verdict": "wrong", "good": False, "got": "ferries-delayed"}  # type: ignore[has-type]
    Path("last.json").write_text(json.dumps({"verdicts": [first, second, third]}), encoding="utf-8")  # type: ignore[has-type]
    result = footnote("eval", "questions.jsonl", "--against", "last.json")
    assert (1, f"newly wrong: {GONE_WRONG.replace('→', '→ wrong,')} (before: decline)\n") == (
        result.exit_code,
        result.stderr,
    )
    assert [
        "Against the last report: 1 newly wrong, 1 newly right, 0 changed; 0 added, 0 removed.",
        "newly right: How much money did the delays cost? → decline (before: wrong, ferries-delayed)",
    ] == result.stdout.splitlines()[-2:]
    turned = report(footnote, "--against", "last.json")["against"]
    assert ["Will the delays go on?"] == [one["question"] for one in turned["newly_wrong"]]  # type: ignore[index]


def test_a_page_is_written_beside(footnote: Footnote) -> None:
    """One file, and the tables as ever."""
    result = footnote("eval", "questions.jsonl", "--html", "page.html")
    html = Path("page.html").read_text(encoding="utf-8")
    assert (0, True) == (result.exit_code, "all" in result.stdout)
    assert ("<!doctype html>", True) == (html.splitlines()[0], "Evaluation of questions.jsonl" in html)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["questions.jsonl", "--html", "nowhere/page.html"], "nowhere/page.html can't be written"),
        (["questions.jsonl", "--html", "."], ". can't be written"),
        (["questions.jsonl", "--html", "./questions.jsonl"], "questions.jsonl is read here"),
        (["questions.jsonl", "--against", "nowhere.json"], "nowhere.json can't be read"),
        (["nowhere.jsonl"], "nowhere.jsonl can't be read"),
        (["broken.jsonl"], "broken.jsonl:1: this line is not a question"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_asked(footnote: Footnote, args: list[str], said: str) -> None:
    """In one sentence, with exit code 2 and nothing on stdout."""
    Path("broken.jsonl").write_text("no json", encoding="utf-8")
    result = footnote("eval", *args)
    assert (2, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(said)


def test_the_packs_can_be_named(footnote: Footnote, tmp_path: Path) -> None:
    """--knowledge says whose answers are measured."""
    result = footnote("eval", "questions.jsonl", "--knowledge", str(tmp_path / "nowhere"))
    assert (2, True) == (result.exit_code, "there is no such folder" in result.stderr)


def test_flips_are_put_without_a_file(footnote: Footnote, pack: Path) -> None:
    """The packs' own phrasings, changed: a row a kind, and both sums."""
    del pack
    result = footnote("eval", "--flips")

    assert 0 == result.exit_code
    assert {"flips answered", "perturbations lost"} <= {
        line.rsplit(maxsplit=2)[0].strip() for line in result.stdout.splitlines() if line.strip()
    }


def test_nothing_to_put_is_said(footnote: Footnote) -> None:
    """Neither a file nor --flips."""
    result = footnote("eval")

    assert (2, "") == (result.exit_code, result.stdout)
    assert "name a file of questions, or say --flips" in result.stderr
