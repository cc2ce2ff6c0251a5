"""The container and the service are what the README says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UNIT = (ROOT / "deploy/footnote.service").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
def test_systemd_takes_the_unit_and_finds_it_hardened(tmp_path: Path) -> None:
    """No line of the unit is unknown, and little is left that the service may do."""
    unit = tmp_path / "footnote.service"
    unit.write_text(UNIT.replace("/opt/footnote/bin/footnote", sys.executable), encoding="utf-8")
    seen = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, check=False, text=True)
    assert (0, "") == (seen.returncode, seen.stderr)
    judged = ["systemd-analyze", "security", "--offline=true", "--threshold=20", unit]
    assert 0 == subprocess.run(judged, capture_output=True, check=False).returncode


def test_the_image_runs_as_nobody_and_copies_only_what_it_needs() -> None:
    """The last stage has a user without rights, and every source of a COPY is let through."""
    assert re.search(r"^USER [1-9]\d+:[1-9]\d+$", DOCKERFILE.rpartition("\nFROM ")[2], flags=re.MULTILINE)
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, flags=re.MULTILINE)
    allowed = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert sorted(allowed) == sorted(" ".join(copied).split())
    assert [] == [name for name in allowed if not (ROOT / name).exists()]


def health_check() -> list[str]:
    """The command by which the image checks its health."""
    found = re.search(r"HEALTHCHECK .*\n\s+CMD (\[.*\])", DOCKERFILE)
    assert found
    return [str(part) for part in json.loads(found[1])]


@pytest.mark.parametrize("port", ["0", "", " "])
def test_without_a_known_port_no_health_is_asked_for(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where any free port is taken, or none, the image can't ask, and takes the bot for healthy."""
    monkeypatch.setenv("HEALTH_PORT", port)
    assert 0 == subprocess.run([sys.executable, *health_check()[1:]], capture_output=True, check=False).returncode


def test_the_image_is_unhealthy_without_the_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody answers, the check fails."""
    monkeypatch.setenv("HEALTH_PORT", "9")
    command = [sys.executable, *health_check()[1:]]
    assert 1 == subprocess.run(command, capture_output=True, check=False).returncode
