"""The preview in a real browser, as a newcomer uses it: type, pick, click."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError as Late

from tests.hollin import FOLDER
from tests.screenshots import ask, found, page, preview

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

BROWSER = found()
PRESSES = 4
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium on this machine: apt-get install chromium")


@pytest.fixture
def shown() -> Iterator[Page]:
    """Open the direct message of a preview over the report of Hollin."""
    with preview("--knowledge", str(FOLDER)) as address, page(str(BROWSER)) as opened:
        opened.goto(address)
        yield opened


def read(shown: Page, *words: str) -> list[bool]:
    """Wait for each of the words to stand in the page."""
    for word in words:
        shown.get_by_text(word).filter(visible=True).first.wait_for(timeout=120_000)
    return [True for _ in words]


def pressed(shown: Page, label: str, said: str) -> bool:
    """Press a button until the words stand there: a page that is just being drawn anew may miss a press."""
    for _ in range(PRESSES):
        shown.get_by_role("button", name=label, exact=True).first.click()
        with contextlib.suppress(Late):
            shown.get_by_text(said).filter(visible=True).first.wait_for(timeout=30_000)
            return True
    return False


def test_a_question_and_its_buttons(shown: Page) -> None:
    """A typed question gets its card, and every button under it answers."""
    ask(shown, "Why did Tarnia attack Hollin?")
    assert read(shown, "Probably to keep fishing boats away.", "≈ hedged: probably")
    for label, said in (
        ("Who said it", "naval intelligence bureau (assessed)"),
        ("Exact words", "The words: “probably to empty the fishing grounds”"),
        ("How sure", "The source says “probably”"),
        ("Related", "Did Tarnia attack Hollin?"),
        ("Why this answer", "One curated answer was clearly meant"),
    ):
        assert pressed(shown, label, said)


def test_a_suggestion_is_picked_while_typing(shown: Page) -> None:
    """The slash picker offers `/ask`, its field offers curated questions, and Enter sends the one picked."""
    shown.get_by_role("textbox", name="Message").first.click()
    shown.keyboard.type("/ask", delay=30)
    assert read(shown, "Ask the report a question")
    shown.keyboard.press("Enter")
    assert read(shown, "Your own words, or pick a suggestion")
    shown.keyboard.type("how many raids", delay=30)
    assert read(shown, "How many raids were there on Hollin?")
    shown.keyboard.press("Enter")
    shown.wait_for_timeout(800)
    shown.keyboard.press("Enter")
    assert read(shown, "Four in one spring, by the auditor's count.")
