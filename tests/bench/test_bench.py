"""The bench measures a small made-up set and says what it did."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.bench import engines, growth, load
from tests.bench.__main__ import main
from tests.bench.bm25 import BM25
from tests.bench.engines import Guess
from tests.bench.scores import Scores, score
from tests.bench.sets import Known, Question, read, spread

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = {
    "opening": ["when does the museum open", "opening hours of the museum", "is the museum open on sundays"],
    "tickets": ["what does a ticket cost", "price of a ticket", "how much do I pay to get in"],
    "parking": ["where can I park my car", "is there a car park", "parking near the entrance"],
    "dogs": ["may I bring my dog", "are dogs allowed", "can a dog come along"],
}
ASKED = [("may dogs come", "dogs"), ("ticket price", "tickets"), ("museum hours", "opening"), ("who won the cup", None)]


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """A folder with one small set."""
    folder = tmp_path / "sets" / "museum"
    folder.mkdir(parents=True)
    rows = [{"entry": entry, "text": text} for entry, texts in KNOWN.items() for text in texts]
    _write(folder / "kb.jsonl", rows)
    _write(folder / "valid.jsonl", [{"text": text, "entry": entry} for text, entry in ASKED])
    (folder / "answers.json").write_text(json.dumps({"dogs": "Dogs wait at the door."}))
    return folder.parent


@pytest.fixture(autouse=True)
def crowds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What became of a crowd; tests/wire shows that a real one is answered."""
    figures = {"asked": "200", "lost": "0", "p99 ms": "31"}
    monkeypatch.setattr(load, "runs", lambda _: [("words alone", figures)])


def test_every_engine_is_measured_on_a_set(sets: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Each has its row in the terminal and on the page, and the title says which file was asked."""
    page = tmp_path / "bench.html"
    assert main(["--quick", "--html", str(page)], sets) == 0
    printed = capsys.readouterr().out
    assert "4 entries with 12 phrasings, 4 questions of valid.jsonl, 1 of them out of scope" in printed
    assert [name for name in engines.names() if name not in printed or name not in page.read_text()] == []
    assert "Skipped the growth" in printed


def test_without_sets_the_bench_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One line, and no failure; the crowd needs none."""
    page = tmp_path / "bench.html"
    assert main(["--html", str(page)], tmp_path / "nowhere") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Skipped: the public sets")
    assert [True, True] == ["200 asks a second for 20 s" in shown for shown in (printed, page.read_text())]


def test_an_unknown_set_is_named(sets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are."""
    assert main(["--only", "musem"], sets) == 2
    assert capsys.readouterr().err == "There is no musem; there are museum, growth, load.\n"


def test_a_page_that_can_t_be_kept_is_refused_before_measuring(
    sets: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """In one sentence that says what to do."""
    page = tmp_path / "nowhere" / "bench.html"
    assert main(["--html", str(page)], sets) == 2
    assert capsys.readouterr().err == f"{page} can't be written: name a file in a folder that exists.\n"


def test_a_set_is_read_with_its_answers(sets: Path) -> None:
    """Entries keep their phrasings and the answer that the set has."""
    bench = read(sets / "museum", 2)
    assert bench.known[-1] == Known("dogs", tuple(KNOWN["dogs"]), "Dogs wait at the door.")
    assert bench.questions == (Question("may dogs come", "dogs"), Question("museum hours", "opening"))


def test_fewer_questions_are_spread_evenly() -> None:
    """From the first on, in their order; all of them where there are few enough."""
    asked = [Question(str(number), None) for number in range(7)]
    assert [question.text for question in spread(asked, 3)] == ["0", "2", "4"]
    assert spread(asked, 7) == asked


def test_scores_count_right_and_wrong_of_whom_they_should() -> None:
    """Right of those in scope, wrong of all asked."""
    questions = [Question("a", "x"), Question("b", "y"), Question("c", None), Question("d", "x")]
    rows = [("x", 0.9, True), ("x", 0.8, True), ("y", 0.7, True), ("x", 0.95, False)]
    guesses = [Guess(*row) for row in rows]
    assert score(questions, guesses) == Scores(
        accuracy=pytest.approx(2 / 3), auroc=1.0, coverage=pytest.approx(2 / 3), right=pytest.approx(1 / 3), wrong=0.5
    )


def test_without_a_floor_nothing_is_answered_or_held() -> None:
    """An engine that never holds back has no rate of wrong answers."""
    found = score([Question("a", "x")], [Guess("x", 80.0)])
    assert (found.right, found.wrong, found.auroc) == (None, None, None)


def test_bm25_prefers_the_rarer_word() -> None:
    """Inflected or not; a question of unknown words scores nothing."""
    index = BM25(["the red boats", "the red house", "the red barn"])
    assert index.best("red boat")[0] == 0
    assert index.best("xylophone") == (0, 0.0)


@pytest.mark.parametrize("size", [4, 12, 20])
def test_a_pack_has_the_size_that_was_asked_for(size: int) -> None:
    """Phrasings are put together from others where they run out."""
    pairs = [(entry, text) for entry, texts in KNOWN.items() for text in texts]
    assert sum(len(one.texts) for one in growth.of_size(pairs, size)) == size


def test_what_is_asked_is_not_known(tmp_path: Path) -> None:
    """A pack sampled from a set holds none of the questions that it is timed with."""
    _write(tmp_path / "kb.jsonl", [{"entry": "a", "text": "first"}])
    _write(
        tmp_path / "test.jsonl", [{"text": f"question {number}", "entry": "a"} for number in range(growth.ASKED + 5)]
    )
    pairs, asked = growth.sampled([tmp_path])
    assert len(asked) == growth.ASKED
    assert len(pairs) == 6
    assert {text for _, text in pairs} & set(asked) == set()


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("opening hours on sunday please", "opening"),
        ("how much is a ticket for children", "tickets"),
        ("is my dog allowed in", "dogs"),
    ],
)
def test_entries_with_a_title_alone_are_found(question: str, entry: str) -> None:
    """Nothing can be left out there to learn from: the usual weights find the entry, by its title and its answer."""
    titles = [
        Known("opening", ("When are you open?",), "The museum is open from ten to five, on Sunday until noon."),
        Known("tickets", ("What does it cost?",), "A ticket is four crowns, for children two. We take no cards."),
        Known("parking", ("Where can I park?",), "Behind the mill; the car park closes at six."),
        Known("dogs", ("May I bring my dog?",), "Dogs wait at the door, where there is water."),
    ]

    assert entry == engines.opened(engines.LEXICAL, titles)(question).entry


def _write(path: Path, rows: list[dict[str, str | None]]) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
