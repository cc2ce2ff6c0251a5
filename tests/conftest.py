"""What every test starts from: no setting of this machine, a folder of its own, and one cache for the whole run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
OUR_SETTINGS = (
    *("CACHE_DIR", "COOLDOWN_SECONDS", "DISCORD_", "ENCODER", "HEALTH_PORT", "KNOWLEDGE_DIR", "LOG_LEVEL"),
    *("PREVIEW_PORT", "PRIVATE_CHANNELS", "REPEAT_MINUTES"),
)
TERMINAL = ("COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "TERM_PROGRAM")

# A slow machine is no failure, and a found example should be found again by whoever looks.
settings.register_profile("footnote", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("footnote")


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hold what is built from a pack, once a run: the folder that `CACHE_DIR` names in every test."""
    run = tmp_path_factory.getbasetemp()
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(autouse=True)
def _isolated(tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's token, packs, terminal and `.env` out; programs that a test starts find this checkout."""
    for name in list(os.environ):
        if name.upper().startswith(OUR_SETTINGS) or name in TERMINAL:
            monkeypatch.delenv(name)
    monkeypatch.setenv("CACHE_DIR", str(shared_cache))
    monkeypatch.setenv("ENCODER", "off")  # whoever tests the small model says so
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
