"""What the README and the changelog say is what the code does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

import bot
from bot import errors
from bot.answering.answerer import Answerer
from bot.cli import app
from bot.curation.lint import check
from bot.discord_bot.invite import PERMISSIONS
from bot.knowledge.loader import load_packs
from bot.model.reply import Answer
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GLOBAL_OPTIONS = {"--help", "--install-completion", "--show-completion"}


def section(title: str) -> str:
    """A section of the README, without its title."""
    return re.split(r"^##+ ", README.partition(f"## {title}\n")[2], flags=re.MULTILINE)[0]


def rows(title: str) -> list[list[str]]:
    """The cells of a section's table, row by row, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def long_options(command: Any) -> set[str]:  # noqa: ANN401 - typer carries its own click, whose types are private
    """The long names of a command's options, yes and no."""
    names = [name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)]
    return {name for name in names if name.startswith("--")} - GLOBAL_OPTIONS


def code() -> dict[str, set[str]]:
    """Command to options, as the program has them; the program itself is the empty name."""
    program = typer.main.get_command(app)
    return {"": long_options(program)} | {name: long_options(sub) for name, sub in program.commands.items()}  # type: ignore[attr-defined]


def documented() -> dict[str, set[str]]:
    """Command to options, as the README's table has them."""
    table = {}
    for command, _, options in rows("Commands"):
        name = command.strip("`").split()[1]
        table["" if name.startswith("-") else name] = set(re.findall(r"--[a-z-]+", command + options))
    return table


def settings() -> list[str]:
    """The names of the settings, as they are set."""
    return sorted(name.upper() for name in Settings.model_fields)


def test_every_command_and_option_is_documented() -> None:
    """The table of commands holds every command with every option, and none that is gone."""
    assert code() == documented()


def test_every_setting_is_documented() -> None:
    """The table of settings holds every setting, and none that is gone."""
    assert settings() == sorted(row[0].strip("`") for row in rows("Settings"))


def test_every_exit_code_is_documented() -> None:
    """The table of exit codes holds what the errors leave with, and done and missed."""
    kinds = [errors.InputError, errors.KnowledgeError, errors.SettingsError, errors.DiscordError]
    assert {0, 1, *(kind.exit_code for kind in kinds)} == {int(row[0]) for row in rows("Exit codes")}


def test_the_invitation_asks_for_what_it_says() -> None:
    """The invite link of the README asks for the very permissions that `footnote invite` asks for."""
    asked = re.search(r"permissions=(\d+)", section("Invite the bot"))
    assert asked
    assert PERMISSIONS.value == int(asked.group(1))


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^):]+)\)", README))))
def test_every_link_of_the_readme_leads_somewhere(target: str) -> None:
    """A file that the README points to is there."""
    assert (ROOT / target.partition("#")[0]).exists()


def test_the_changelog_begins_with_this_version() -> None:
    """A release is told to its users before it is made."""
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert newest
    assert bot.__version__ == newest.group(1)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Hold the packs folder that a curator gets who copies the README's YAML."""
    for name, text in re.findall(r"```yaml\n# (knowledge/\S+)\n(.*?)```", README, flags=re.DOTALL):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "knowledge"


def test_the_five_minute_pack_answers(written: Path) -> None:
    """The answer that the README teaches to write is the answer that a reader gets."""
    reply = Answerer(load_packs(written)).ask("How deep is the shipping channel now?")
    assert isinstance(reply, Answer)
    assert "channel-depth" == reply.entry


def test_the_five_minute_pack_lacks_only_its_fingerprint(written: Path) -> None:
    """What `check` says of the README's pack is what the README says that it says."""
    assert ['the source "annual-report" has no fingerprint'] == [problem.what for problem in check(written).problems]
