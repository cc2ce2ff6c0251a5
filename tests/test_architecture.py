"""The house rules that no linter knows: who may read the environment, what an import loads, what a file is called."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

BOT = Path(__file__).resolve().parents[1] / "bot"
BELOW_SETTINGS = ("curation", "render", "answering", "matching", "knowledge", "model", "errors")
ENVIRONMENT = {"environ", "environb", "getenv", "getenvb"}
JUNK_ROOMS = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


def modules() -> list[Path]:
    """Every file of the house, by its place in it."""
    return [path.relative_to(BOT) for path in sorted(BOT.rglob("*.py"))]


def names_in(module: Path) -> set[str]:
    """Every attribute and imported name that a file speaks of."""
    nodes = list(ast.walk(ast.parse((BOT / module).read_text(encoding="utf-8"))))
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return attributes | {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that stand in a fresh interpreter after a statement."""
    program = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    fresh = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return set(fresh.stdout.split())


def test_nothing_below_settings_reads_the_environment() -> None:
    """A threshold or a folder reaches the engine as an argument, never through a variable."""
    below = [module for module in modules() if module.with_suffix("").parts[0] in BELOW_SETTINGS]
    assert {} == {str(module): found for module in below if (found := names_in(module) & ENVIRONMENT)}


def test_the_command_line_loads_no_discord() -> None:
    """Asking in the terminal never waits for Discord's library or its simulation."""
    assert set() == loaded_by("import bot.cli") & {"discord", "simcord", "aiohttp", "onnxruntime"}


def test_every_file_is_named_for_what_it_holds() -> None:
    """The house has no junk room."""
    assert [] == [str(module) for module in modules() if JUNK_ROOMS & set(module.with_suffix("").parts)]
