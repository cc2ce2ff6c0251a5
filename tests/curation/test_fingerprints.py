"""A curator makes a source's fingerprint from a local copy of its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.curation.fingerprints import paragraphs_of, write
from bot.errors import InputError
from bot.knowledge.fingerprint import read
from tests.packs import ARTICLE, write_pack

ROOT = Path(__file__).resolve().parents[2]


def test_a_page_is_cut_into_its_paragraphs() -> None:
    """Headline and standfirst are paragraph 0, without the page's buttons; what follows the last one is left out."""
    cut = paragraphs_of("Skip to content\n\n" + ARTICLE, "the harbour board", "Skarn is an island")
    assert "\n".join(line for line in ARTICLE.split("\n")[:3] if line) == cut[0]
    assert ARTICLE.split("\n")[4] == cut[1]
    assert 5 == len(cut)
    assert cut[-1].startswith("Skarn is an island")


def test_the_file_stands_beside_the_pack(tmp_path: Path) -> None:
    """The fingerprint of a source that was read proves its words, of one that was not only its address."""
    folder = write_pack(tmp_path)
    known = read(write(folder, "post", ARTICLE, "The harbour board", "Skarn is"))
    unread = read(write(folder, "board-report"))
    assert tmp_path / "sources" / "post.fingerprint" == write(folder, "post", ARTICLE, "The harbour", "Skarn is")
    assert ["ok", "altered"] == [known.verify(f"ice delayed {n} ferries in January", 1).kind for n in ("forty", "four")]
    assert (5, 0) == (len(known.paragraphs), len(unread.paragraphs))
    assert unread.is_of("https://board.example/winter")


@pytest.mark.parametrize(
    ("source", "first", "expected"),
    [
        ("pots", "The harbour", 'no source is named "pots": did you mean "post"?'),
        ("post", "A harbour", 'no paragraph begins with "A harbour": copy its first words from the file'),
    ],
)
def test_what_is_not_found_is_named(tmp_path: Path, source: str, first: str, expected: str) -> None:
    """An unknown source and words that begin no paragraph are said in one sentence."""
    folder = write_pack(tmp_path)
    with pytest.raises(InputError) as caught:
        write(folder, source, ARTICLE, first, "Skarn")
    assert expected == str(caught.value)


def test_the_first_report_is_nineteen_paragraphs() -> None:
    """The committed fingerprint is the one that the article gives, from headline to border."""
    article = ROOT / "../shared/report/article.txt"
    if not article.is_file():
        pytest.skip("the article is not beside the checkout")
    pack = ROOT / "knowledge/pentagon-pkk-2022"
    cut = paragraphs_of(article.read_text(encoding="utf-8"), "US military intelligence believes", "With US support")
    committed = read(pack / "sources/al-monitor.fingerprint")
    assert 19 == len(cut) == len(committed.paragraphs)
    assert {"ok", "not unique"} >= {
        committed.verify(" ".join(text.split()[:6]), number).kind for number, text in enumerate(cut)
    }
