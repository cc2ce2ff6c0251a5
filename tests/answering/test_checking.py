"""A text held against the report: what is supported, what not, and how."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.answering.checking.sentences import split
from bot.answering.checking.verdicts import check
from bot.knowledge.loader import load_packs
from tests import hollin

ROOT = Path(__file__).resolve().parents[2]
STATEMENTS = ROOT / "tests/eval/statements.jsonl"
_WORDS = (
    "Tarnia Hollin Velmark Grey Gulls Skarn Kirkuk Israel attack on raids four nine not by of with against the a more "
    "than before after may all wall herring exports fell over's 4 March 2019 — 🦆 'n't"
).split()


@pytest.mark.parametrize(
    ("sentence", "verdict", "says"),
    [
        ("Tarnia attacked Hollin.", "supported", "Yes, Tarnia did"),
        ("There were four raids on Hollin.", "supported", "Four in one spring"),
        ("Tarnia probably attacked Hollin to keep fishing boats away.", "supported", "Probably to keep"),
        ("The first raid came in March 2019.", "supported", "4 March 2019"),
        ("Exports of herring fell by half.", "supported", "By half"),
        ("Tarnia may be paying the Grey Gulls.", "supported", "Tarnia may"),
        ("Velmark expelled the ambassador of Tarnia.", "supported", "sent an ambassador home"),
        ("Hollin lies in the strait, nine miles off Port Aster.", "supported", "In the strait"),
        ("The auditor counted four raids between March and May of 2019.", "supported", "Four in one spring"),
        ("There were nine raids on Hollin.", "otherwise", "“nine”"),
        ("Tarnia attacked Hollin and Skarn.", "otherwise", "Skarn"),
        ("It is false that Tarnia attacked Hollin.", "otherwise", "denies"),
        ("Nobody attacked Hollin.", "otherwise", "denies"),
        ("Hollin attacked Tarnia.", "otherwise", "another part"),
        ("Exports of herring rose after the raids.", "otherwise", "opposite of “rose”"),
        ("The first raid came on 4 April 2019.", "otherwise", "“March”, not “April”"),
        ("Hollin lies six miles off Port Aster.", "otherwise", "“six”"),
        ("Tarnia expelled the ambassador of Velmark.", "otherwise", "as that of Velmark"),
        ("Velmark withdrew its patrol boats.", "otherwise", "not say that it was done"),
        ("Velmark will withdraw its patrol boats.", "hedge_lost", "The source says “appears”"),
        ("Tarnia attacked Hollin to keep fishing boats away.", "hedge_lost", "The source says “probably”"),
        ("Tarnia certainly pays the Grey Gulls.", "hedge_lost", "The source says “may”"),
        ("The Grey Gulls are fishermen who took up arms.", "unmatched", "speaks of “fishermen”"),
        ("Shells wrecked the harbour.", "unmatched", "speaks of “harbour”"),
        ("All raids hit the lighthouse.", "unmatched", "does not say “All”"),
        ("There were exactly four raids on Hollin.", "unmatched", "“four”"),
        ("There were fewer than four raids on Hollin after a treaty.", "unmatched", "“treaty”"),
        ("The first raid came in March 2019 in Tarnia.", "unmatched", "“in Tarnia”"),
        ("Warships from Tarnia shelled the island of Hollin.", "unmatched", "“from Tarnia”"),
        ("The cost of the wall is high.", "not_covered", "no price for the wall"),
        ("My aunt makes the best soup in town.", "not_covered", "No curated answer"),
    ],
)
def test_each_sentence_gets_its_verdict(sentence: str, verdict: str, says: str) -> None:
    """Support needs every word, number, name and side; what is wrong is said otherwise; the rest is for the reader."""
    (found,) = check(hollin.answerer(), sentence).findings
    assert (verdict, True) == (found.verdict, says in found.says), found


@pytest.mark.parametrize("sentence", ["There were four raids on Hollin.", "The raids on Hollin wrecked four harbours."])
def test_what_lies_near_names_its_passage(sentence: str) -> None:
    """What is supported, and what could not be matched, has its paragraph and a link to the words."""
    (found,) = check(hollin.answerer(), sentence).findings
    assert (2,) == found.paragraphs
    assert str(found.url).startswith("https://courier.example/2019/hollin#:~:text=")


@pytest.mark.parametrize(
    ("text", "found", "scraps"),
    [
        ("It rained. It snowed all day! Did it?", ("It snowed all day!",), 2),
        ("Lt. Gen. Holm said it cost 2.5 crowns. The U.S. paid for it.", 2, 0),
        ("- first they came\n- then they left again\n\n", ("first they came", "then they left again"), 0),
        ("“We came home.” They left the island.", ("“We came home.”", "They left the island."), 0),
        ("", (), 0),
    ],
)
def test_sentences_are_told_apart(text: str, found: tuple[str, ...] | int, scraps: int) -> None:
    """Questions and pieces of fewer than three words state nothing, and are counted; abbreviations end no sentence."""
    told, passed_over = split(text)
    assert (found, scraps) == (len(told) if isinstance(found, int) else told, passed_over)


@given(st.lists(st.sampled_from(_WORDS) | st.text(max_size=8), min_size=3, max_size=9))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_checked(words: list[str]) -> None:
    """However names, numbers and small words are strewn, each sentence gets a verdict and something to read."""
    assert all(found.says for found in check(hollin.answerer(), " ".join(words)).findings)


def test_statements_about_the_report_are_told_apart(shared_cache: Path) -> None:
    """Of more than four hundred statements no falsehood is supported and nothing true contradicted; most true are told.

    The rules were made on these: a bar to hold, no measure. Of fresh falsehoods one in twelve was supported at first.
    """
    answerer = Answerer(load_packs(ROOT / "knowledge"), cache=shared_cache)
    lines = [json.loads(line) for line in STATEMENTS.read_text(encoding="utf-8").splitlines()]
    found = Counter((one["verdict"], check(answerer, one["text"]).findings[0].verdict) for one in lines)
    of = Counter(one["verdict"] for one in lines)

    assert not sum(count for (true, told), count in found.items() if told == "supported" != true)
    assert not found["supported", "otherwise"]
    told = {kind: round(found[kind, kind] / of[kind], 2) for kind in ("supported", "hedge_lost", "otherwise")}
    assert told["supported"] >= 0.85
    assert told["hedge_lost"] >= 0.8
    assert told["otherwise"] >= 0.45
