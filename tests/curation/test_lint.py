"""`check` finds what a curator should mend, each thing in one line at its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.curation import lint
from bot.curation.fingerprints import write
from bot.curation.lint import check
from bot.knowledge.fingerprint import read
from bot.knowledge.loader import load_pack, load_packs
from tests.packs import ARTICLE, FACTS, GAPS, GLOSSARY, MINIMAL, QA, SOURCES, write_files, write_pack

if TYPE_CHECKING:
    from bot.model.entries import Entry, Fact

ROOT = Path(__file__).resolve().parents[2]
Files = dict[str, str | bytes | None]

KNOWN = [
    'qa/ferries.yaml:18: "delays-outlook" can be asked in only 2 ways; write at least 8 phrasings of different shape',
    'qa/ferries.yaml:3: "ferries-delayed" can be asked in only 3 ways; write at least 8 phrasings of different shape',
    'qa/ferries.yaml:3: "ferries-delayed" loses the source\'s "probably"; say it in the short text or the answer',
    'qa/ferries.yaml:31: "second-icebreaker" can be asked in only 2 ways; write at least 8 phrasings of different '
    "shape",
    'sources.yaml:1: no entry cites paragraph 0, 4 of "post"; write an entry for each',
    'sources.yaml:1: no fact cites paragraph 0, 1, 3, 4 of "post"; write a fact for each',
]
"""What the example pack lacks, which is the same in every case below."""


def findings(tmp_path: Path, files: Files) -> list[str]:
    """Check the example pack, fingerprints made, with some files replaced afterwards."""
    folder = write_pack(tmp_path)
    write(folder, "post", ARTICLE, "The harbour board", "Skarn is")
    write(folder, "board-report")
    write_files(folder, files)
    return sorted(map(str, check(folder).problems))


def beyond_known(tmp_path: Path, files: Files) -> list[str]:
    """Check an edited example pack and leave out what it always lacks."""
    return [line for line in findings(tmp_path, files) if line not in KNOWN]


def qa(old: str, new: str) -> Files:
    """Replace words of the example's questions, which must be there."""
    assert old in QA
    return {"qa/ferries.yaml": QA.replace(old, new)}


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """A pack with every quote proved still hears which paragraphs nobody cites and which entries few can find."""
    assert sorted(KNOWN) == findings(tmp_path, {})


def test_a_pack_that_does_not_load_gets_its_problems(tmp_path: Path) -> None:
    """Where the loader stops, its problems are all that is said."""
    assert ["gaps.yaml:2"] == [line.split(": ")[0] for line in findings(tmp_path, {"gaps.yaml": "gaps: [\n"})]


LONG = "late " * 90
BESIDE = """\
      - {source: post, paragraph: 1, quote: harbour board of Skarn reported on Monday that, said_by: board,
         verb: reported, basis: report}
"""
HEDGED = "Probably until April.\n    answer: The board judged that crossings will probably be late until April."
ALTERED: dict[str, tuple[Files, str]] = {
    "altered quote": (
        qa("delayed forty ferries in January", "delayed fifty ferries in January"),
        (
            'qa/ferries.yaml:13: "ice delayed fifty ferries in January" does not stand in the source; '
            "copy the words exactly as they stand there"
        ),
    ),
    "altered paragraph": (
        qa("paragraph: 1,", "paragraph: 2,"),
        (
            'qa/ferries.yaml:13: "ice delayed forty ferries in January" does not stand in paragraph 2; '
            "it stands in paragraph 1"
        ),
    ),
    "quote of a fact": (
        {"facts/dates.yaml": FACTS.replace("continue into April", "go on into April")},
        (
            'facts/dates.yaml:10: "delays probably will go on into April" does not stand in the source; '
            "copy the words exactly as they stand there"
        ),
    ),
    "altered link": (
        {"sources.yaml": SOURCES.replace("/2021/skarn-ferries", "/2021/skarn-ferry")},
        (
            'sources.yaml:1: the url of "post" is not the one that its fingerprint was made for; '
            "put the address back, or make the fingerprint again from the new page"
        ),
    ),
    "altered link of a source not read": (
        {"sources.yaml": SOURCES.replace("board.example/winter", "board.example/summer")},
        (
            'sources.yaml:8: the url of "board-report" is not the one that its fingerprint was made for; '
            "put the address back, or make the fingerprint again from the new page"
        ),
    ),
    "damaged fingerprint": (
        {"sources/board-report.fingerprint": "nonsense\n"},
        (
            "sources/board-report.fingerprint:1: this line is not one of a fingerprint; "
            "make it again with `footnote fingerprint`"
        ),
    ),
    "quote too short": (
        qa("quote: ice delayed forty ferries in January", "quote: delayed forty ferries"),
        'qa/ferries.yaml:13: "delayed forty ferries" has 3 words; quote at least 4, so that it can be proved',
    ),
    "quote too long": (
        qa(
            "quote: ice delayed forty ferries in January",
            "quote: board of Skarn reported on Monday that ice delayed forty ferries",
        ),
        (
            'qa/ferries.yaml:13: "board of Skarn reported on Monday that ice delayed forty fe…" has 11 words; '
            "cut the quote to 10"
        ),
    ),
    "no quote": (
        qa("quote: ice delayed forty ferries in January, ", ""),
        'qa/ferries.yaml:13: this cite of "post" has no quote; add `quote: …`',
    ),
    "quotes that join into a passage": (
        qa("    facts: [delays-go-on]", f"{BESIDE}    facts: [delays-go-on]"),
        (
            'qa/ferries.yaml:13: with others of "post" this quote joins into 14 words, '
            '"harbour board of skarn reported on monday that ice delayed …"; '
            "shorten it or those in qa/ferries.yaml:15, to 12 in a row at most"
        ),
    ),
    "short too long": (
        qa("short: Probably until April.", "short: Probably " + "late " * 30),
        'qa/ferries.yaml:18: "short" of "delays-outlook" has 158 characters; cut it to 140',
    ),
    "answer too long": (
        qa("answer: The board judged that", f"answer: The board judged {LONG}that"),
        'qa/ferries.yaml:18: "answer" of "delays-outlook" has 516 characters; cut it to 420',
    ),
    "gap too long": (
        {"gaps.yaml": GAPS.replace("The article gives no cost.", LONG)},
        'gaps.yaml:2: "says" of "cost-of-delays" has 449 characters; cut it to 300',
    ),
    "yes": (
        qa("short: Probably until April.", "short: Yes, probably until April."),
        (
            'qa/ferries.yaml:18: "short" of "delays-outlook" begins with "Yes"; '
            "say what the source says instead; not every asker puts it the same way round"
        ),
    ),
    "copied sentence": (
        qa(
            "answer: Ida Holm, an analyst, told the paper that another",
            "answer: Skarn is an island of nine hundred people and",
        ),
        (
            'qa/ferries.yaml:31: "answer" of "second-icebreaker" copies "skarn is an island of nine hundred people and"'
            " from paragraph 4; put it in your own words; at most 7 in a row may be alike"
        ),
    ),
    "copied into a glossary": (
        {
            "glossary.yaml": GLOSSARY.replace(
                "An island in the north.", "“Skarn IS an island (of nine hundred people)!”"
            )
        },
        (
            'glossary.yaml:3: "line" of "skarn" copies "skarn is an island of nine hundred people" from paragraph 4; '
            "put it in your own words; at most 7 in a row may be alike"
        ),
    ),
    "hedge lost": (
        qa(HEDGED, "Until April.\n    answer: The board judged that crossings will be late until April."),
        'qa/ferries.yaml:18: "delays-outlook" loses the source\'s "probably"; say it in the short text or the answer',
    ),
    "hedge left out": (
        qa("        hedge: probably\n", ""),
        'qa/ferries.yaml:24: the quote says "probably" and the cite has no hedge; add `hedge: probably`',
    ),
    "the report's institution for an analyst": (
        qa("Ida Holm, an analyst, told the paper that", "The harbour board says that"),
        (
            'qa/ferries.yaml:31: "second-icebreaker" says "harbour board says" of what a comment says; '
            "name the one who commented"
        ),
    ),
    "by its alias": (
        qa("Ida Holm, an analyst, told the paper that", "According to a Port Authority estimate,"),
        (
            'qa/ferries.yaml:31: "second-icebreaker" says "According to a Port Authority" of what a comment says; '
            "name the one who commented"
        ),
    ),
    "the report for an analyst": (
        qa("Ida Holm, an analyst, told the paper that", "As the report found,"),
        (
            'qa/ferries.yaml:31: "second-icebreaker" says "report found" of what a comment says; '
            "name the one who commented"
        ),
    ),
    "turned round": (
        qa("was affordable long ago.", "was affordable more than a year ago, said the harbour board."),
        (
            'qa/ferries.yaml:31: "second-icebreaker" says ", said the harbour board" of what a comment says; '
            "name the one who commented"
        ),
    ),
    "in the passive": (
        qa("was affordable long ago.", "was affordable, as was reported by the board’s port authority."),
        (
            'qa/ferries.yaml:31: "second-icebreaker" says "reported by the board’s port authority" of what a comment '
            "says; name the one who commented"
        ),
    ),
    "speaker of a comment exchanged": (
        qa("said_by: holm", "said_by: board"),
        (
            'qa/ferries.yaml:36: "board" stands behind the report, so this is no comment; '
            "say `basis: report` or `assessment`, or name who commented"
        ),
    ),
    "comment without a speaker": (
        qa("said_by: holm, ", ""),
        "qa/ferries.yaml:36: this comment has no speaker; add `said_by: …`, an id of the glossary",
    ),
    "background of somebody else": (
        qa("basis: comment", "basis: background"),
        'qa/ferries.yaml:36: background is the outlet\'s own, not of "holm"; name the outlet, or choose another basis',
    ),
    "pulled and pushed": (
        qa("how many ferries does the island own", "Number of delayed ferries?"),
        (
            'qa/ferries.yaml:3: "Number of delayed ferries?" stands under both `also` and `not` of "ferries-delayed"; '
            "decide whether the entry answers it"
        ),
    ),
    "one phrasing twice": (
        {"gaps.yaml": GAPS.replace("price of the late ferries", "how much money did the delays COST")},
        'gaps.yaml:2: "how much money did the delays COST" stands twice in "cost-of-delays"; keep one',
    ),
    "two of one answer": (
        qa(
            "Ida Holm, an analyst, told the paper that another icebreaker was affordable long ago.",
            "The board judged that crossings will probably be late until April!",
        ),
        (
            'qa/ferries.yaml:31: "second-icebreaker" answers almost word for word like "delays-outlook"; '
            "make one of them a phrasing of the other, or say what differs"
        ),
    ),
    "odd id": (
        qa("id: delays-outlook", "id: Delays_Outlook"),
        'qa/ferries.yaml:18: the id "Delays_Outlook" is not kebab-case; use small letters, digits and hyphens',
    ),
}


@pytest.mark.parametrize("name", ALTERED)
def test_one_alteration_is_one_finding(tmp_path: Path, name: str) -> None:
    """Each altered place is found at its line, with what to do."""
    files, expected = ALTERED[name]
    assert expected in beyond_known(tmp_path, files)


def test_a_denied_attribution_is_none(tmp_path: Path) -> None:
    """An answer may say that its comment is not the report's."""
    said = "Ida Holm told the paper, and nothing that the harbour board said confirms it, that"
    assert [] == beyond_known(tmp_path, qa("Ida Holm, an analyst, told the paper that", said))


def test_a_check_loads_its_packs_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was loaded is in the report, so that nobody needs to load it again."""
    loaded = []
    monkeypatch.setattr(lint, "load_packs", lambda folder: loaded.append(folder) or load_packs(folder))
    report = check(write_pack(tmp_path))
    assert (["skarn-ferries"], [tmp_path]) == ([pack.id for pack in report.packs], loaded)


def test_a_folder_of_packs_is_checked_whole(tmp_path: Path) -> None:
    """Findings of every pack name the pack's folder."""
    write_files(tmp_path / "a", MINIMAL)
    other = {path: re.sub("(id: *)", r"\1other-", text) for path, text in MINIMAL.items()}
    write_files(tmp_path / "b", other)
    found = check(tmp_path).problems
    assert {f"{pack}/{file}" for pack in "ab" for file in ("qa/all.yaml", "sources.yaml")} == {
        one.path for one in found
    }
    assert 'the source "post" has no fingerprint' in {one.what for one in found}


def test_every_alteration_of_the_first_report_is_found() -> None:
    """Each of its quotes with a word exchanged, left out or set elsewhere, and each in another paragraph, fails."""
    folder = ROOT / "knowledge/pentagon-pkk-2022"
    fingerprint = read(folder / "sources/al-monitor.fingerprint")
    pack = load_pack(folder)
    citing: list[Entry | Fact] = [*pack.entries, *pack.facts]
    cites = [cite for one in citing for cite in one.cites if cite.source == "al-monitor"]
    for quote, paragraph in {(cite.quote or "", cite.paragraph or 0) for cite in cites}:
        words = quote.split()
        altered = [[*words[:-1], "icebreaker"], ["never", *words], words[::-1], [*words[:2], "not", *words[2:]]]
        kinds = {fingerprint.verify(" ".join(one), paragraph).kind for one in altered}
        assert {"altered"} == kinds, quote
        assert "ok" == fingerprint.verify(quote, paragraph).kind
        assert "misplaced" == fingerprint.verify(quote, (paragraph + 1) % 19).kind


def test_the_first_report_has_nothing_to_mend() -> None:
    """Every quote, paragraph and link of the project's own packs is proved, without the sources."""
    assert () == check(ROOT / "knowledge").problems
