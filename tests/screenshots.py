"""The README's picture, taken from the preview in a real browser as a newcomer would see it: `make screenshots`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "preview.png"
QUESTION = "have Iran-backed militias been coordinating with the PKK against Turkey?"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def main() -> int:
    """Take the picture; say so and go on where no browser is found."""
    browser = found()
    if browser is None:
        print("Skipped: no chromium on this machine; on Debian and Ubuntu: apt-get install chromium")
        return 0
    with preview() as address, page(browser) as shown:
        shown.goto(address)
        ask(shown, QUESTION)
        PICTURE.parent.mkdir(exist_ok=True)
        shown.screenshot(path=PICTURE)
    print(f"Took {PICTURE.relative_to(ROOT)}")
    return 0


def found() -> str | None:
    """The browser of this machine, if there is one."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def ask(shown: Page, question: str) -> None:
    """Type a question into the box, send it, and wait until its footnote is there."""
    shown.get_by_role("button", name="Messages", exact=True).click()  # folds the list away
    box = shown.get_by_role("textbox", name="Message").first
    box.fill(question)
    for _ in range(5):  # the page drops a key while it is drawing itself anew
        box.press("Enter")
        shown.wait_for_timeout(1000)
        if not box.input_value():
            break
    shown.get_by_text("Open the source at these words").first.wait_for(timeout=120_000)
    shown.wait_for_timeout(500)


@contextmanager
def preview(*options: str) -> Iterator[str]:
    """Run the preview; its first address comes back."""
    command = [sys.executable, "-m", "bot", "preview", "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield next(line.strip() for line in running.stdout or () if line.startswith("http"))
        finally:
            running.terminate()


@contextmanager
def page(browser: str) -> Iterator[Page]:
    """Open an empty page of a README's width, twice as fine."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not needed to say that there is no browser

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=list(FLAGS))
        yield running.new_page(viewport={"width": 960, "height": 1130}, device_scale_factor=1.25)
        running.close()


if __name__ == "__main__":
    sys.exit(main())
