"""The page as a reader has it: in a browser, offline, on a small screen."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from bot.curation.evaluation.judging import report_of
from bot.curation.evaluation.page import page
from tests.curation.evaluation import judged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = "--no-sandbox --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine")


@contextmanager
def opened(folder: Path, width: int) -> Iterator[tuple[Page, list[str]]]:
    """The page in a browser without a network, with what it complains of or asks for."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    file = folder / "page.html"
    file.write_text(page(report_of(judged.ALL), None, "questions.jsonl"), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        shown = browser.new_context(viewport={"width": width, "height": 800}, offline=True).new_page()
        heard: list[str] = []
        shown.on("console", lambda message: heard.append(message.text))
        shown.on("pageerror", lambda error: heard.append(str(error)))
        shown.on("request", lambda request: heard.append(request.url))
        shown.goto(file.as_uri())
        yield shown, [one for one in heard if one != file.as_uri()]
        browser.close()


def test_failures_can_be_filtered_offline(tmp_path: Path) -> None:
    """By words, by how they went and by kind; how many are left is said."""
    with opened(tmp_path, 1200) as (shown, heard):
        left, cards = shown.locator("#filter output"), shown.locator("#failures > li:visible > p:nth-of-type(2)")

        def filtered(words: str = "", went: str = "", kind: str = "") -> tuple[str, list[str]]:
            shown.get_by_label("Words").fill(words)
            shown.get_by_label("Went").select_option(value=went)
            shown.get_by_label("Kind").select_option(value=kind)
            return left.inner_text(), cards.all_inner_texts()

        assert [] == heard
        assert "4 of 4" == filtered()[0]
        assert ("1 of 4", ["Who built it?"]) == filtered(words="BÜILT who")
        assert "2 of 4" == filtered(kind="odd")[0]
        assert "1 of 4" == filtered(kind="odd", went="unheld")[0]
        assert ("0 of 4", []) == filtered(words="nowhere")


@pytest.mark.parametrize("width", [320, 1200])
def test_no_screen_is_too_narrow(tmp_path: Path, width: int) -> None:
    """Tables scroll by themselves; the page never does sideways."""
    with opened(tmp_path, width) as (shown, heard):
        assert ([], width) == (heard, shown.evaluate("document.documentElement.scrollWidth"))
