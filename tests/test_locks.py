"""The locks are what an installer trusts: every package with its hashes, and no address of anybody's index."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("plain", "semantic", "run", "dev")


def lock(name: str) -> str:
    """The text of a lock."""
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """Package to version, as a lock holds them."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock(name), flags=re.MULTILINE))


def declared(extra: str | None) -> set[str]:
    """The package names that pyproject.toml asks for, as a lock spells them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"][extra] if extra else project["dependencies"]
    names = {re.match(r"[\w.-]+", requirement).group().lower() for requirement in wanted}  # type: ignore[union-attr]
    return {re.sub(r"[._]", "-", name) for name in names} - {"footnote"}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_a_hash(name: str) -> None:
    """An installer in hash mode takes the lock as it is."""
    blocks = re.split(r"^(?=[\w.-]+==)", lock(name), flags=re.MULTILINE)[1:]
    assert [] == [block.split()[0] for block in blocks if "--hash=sha256:" not in block]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index(name: str) -> None:
    """Where packages come from is the installer's business."""
    assert [] == re.findall(r"^.*(?:://|--index|--find-links).*$", lock(name), flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("extra", "name"),
    [(None, "plain"), ("semantic", "semantic"), ("preview", "run"), ("semantic", "run"), ("dev", "dev")],
)
def test_a_lock_covers_what_is_declared(extra: str | None, name: str) -> None:
    """A dependency that is added is locked, too: `make lock`."""
    assert set() == declared(extra) - set(pins(name))


@pytest.mark.parametrize(("smaller", "larger"), [("plain", "semantic"), ("semantic", "run"), ("run", "dev")])
def test_locks_agree(smaller: str, larger: str) -> None:
    """What is tested is what runs: each lock holds the smaller one, release by release."""
    assert set(pins(smaller).items()) <= set(pins(larger).items())
