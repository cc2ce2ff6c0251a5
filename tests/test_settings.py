"""What the environment may say, and what happens where it can't be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import PREVIEW_PORT, Settings, load

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
UNUSABLE = {
    "PREVIEW_PORT": ["http", "-1", "65536", "80.5", "８４２１x"],
    "HEALTH_PORT": ["off", "-1", "65536"],
    "CAUTION": ["careful", "-1", "101"],
    "DISCORD_API_URL": ["discord.com/api", "ftp://discord.com", "https://"],
    "DISCORD_GATEWAY_URL": ["http://gateway.example", "wss://"],
    "LOG_LEVEL": ["loud", "10"],
    "COOLDOWN_SECONDS": ["-1", "soon", "nan", "3601"],
    "REPEAT_MINUTES": ["-1", "inf", "x"],
    "PRIVATE_CHANNELS": ["#general", "1;2"],
}


@pytest.fixture(autouse=True)
def _no_cache_dir(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CACHE_DIR", raising=False)
    monkeypatch.delenv("ENCODER", raising=False)


def test_nothing_needs_to_be_set() -> None:
    """Without any setting there are defaults for all but Discord."""
    settings = load()
    assert (None, None, PREVIEW_PORT, "INFO") == (
        settings.token(),
        settings.knowledge_dir,
        settings.preview_port,
        settings.log_level,
    )
    assert "footnote" == settings.cache.name


@pytest.mark.parametrize("name", [name.upper() for name in Settings.model_fields])
def test_an_empty_value_counts_as_unset(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`NAME=` is the same as no NAME."""
    unset = load()
    monkeypatch.setenv(name, "")
    assert unset == load()


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in UNUSABLE for value in UNUSABLE[name]])
def test_an_unusable_value_is_named_with_what_to_do(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence names the variable, says what it wants, and does not repeat the value."""
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load()
    assert re.fullmatch(rf"{name} can't be used: set it to .+, or leave it out\.", str(caught.value))


def test_every_unusable_variable_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two faults are two sentences."""
    monkeypatch.setenv("PREVIEW_PORT", "x")
    monkeypatch.setenv("LOG_LEVEL", "x")
    with pytest.raises(SettingsError) as caught:
        load()
    assert ["PREVIEW_PORT", "LOG_LEVEL"] == [line.split()[0] for line in str(caught.value).splitlines()]


def test_what_is_not_used_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who does not go by a setting is told nothing of it, and the others are what they were set to."""
    monkeypatch.setenv("PREVIEW_PORT", "x")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("KNOWLEDGE_DIR", "there")
    held = load({"cache_dir": Path("here")}, using=["knowledge_dir", "cache_dir"])
    assert (PREVIEW_PORT, "DEBUG") == (held.preview_port, held.log_level)
    assert (Path("there"), Path("here")) == (held.knowledge_dir, held.cache_dir)


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A `.env` in the working directory is read, and a variable beats it."""
    Path(".env").write_text("PREVIEW_PORT=1\nLOG_LEVEL=debug\nOTHER=thing\n", encoding="utf-8")
    monkeypatch.setenv("PREVIEW_PORT", "2")
    assert (2, "DEBUG") == (load().preview_port, load().log_level)


def test_what_the_command_line_says_wins_over_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """An option beats a variable."""
    monkeypatch.setenv("KNOWLEDGE_DIR", "there")
    assert Path("here") == load({"knowledge_dir": Path("here")}).knowledge_dir


def test_a_home_that_nobody_has_is_a_folder_like_any(monkeypatch: pytest.MonkeyPatch) -> None:
    """`~` is the user's home; `~name` of no user stays as it was typed, and whoever looks there says so."""
    monkeypatch.setenv("KNOWLEDGE_DIR", "~nobody-of-that-name/packs")
    monkeypatch.setenv("CACHE_DIR", "~/cache")
    assert (Path("~nobody-of-that-name/packs"), Path.home() / "cache") == (load().knowledge_dir, load().cache_dir)


def test_a_broken_env_file_is_named() -> None:
    """A `.env` that is no text is said, with what to do."""
    Path(".env").write_bytes(b"DISCORD_TOKEN=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"^\.env can't be read \(it is not UTF-8 text\): mend it, or remove it\.$"):
        load()


@pytest.mark.parametrize("written", ["1024,2048", "1024, 2048,", " 1024 2048 "])
def test_channels_are_listed_as_people_list_things(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commas, spaces or both part the ids."""
    monkeypatch.setenv("PRIVATE_CHANNELS", written)
    assert (1024, 2048) == load().private_channels


@pytest.mark.parametrize("token", ["MTk4.x.y", "no token at all", "ünïcode", "a" * 200, "1"])
def test_the_form_of_a_token_is_never_judged(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is set is handed to Discord, which knows."""
    monkeypatch.setenv("DISCORD_TOKEN", f" {token}\t")
    assert token == load().token()


def test_a_blank_token_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spaces are no token."""
    monkeypatch.setenv("DISCORD_TOKEN", "  ")
    assert load().token() is None


def test_a_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings can be logged without giving the token away."""
    monkeypatch.setenv("DISCORD_TOKEN", "sesame")
    assert "sesame" not in f"{load()!r} {load()}"


def test_the_token_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's token is taken without its line break; DISCORD_TOKEN itself comes first."""
    Path("token").write_text("\ufeffsesame\n", encoding="utf-8")
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    assert "sesame" == load().token()
    monkeypatch.setenv("DISCORD_TOKEN", "open")
    assert "open" == load().token()


@pytest.mark.parametrize(("content", "reason"), [(None, "can't be read"), (b"", "is empty"), (b"\xff", "not UTF-8")])
def test_a_token_file_that_does_not_serve_is_named(
    content: bytes | None, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is named and what to do is said; settings that need no token are not in the way."""
    if content is not None:
        Path("token").write_bytes(content)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "token")
    settings = load()
    with pytest.raises(SettingsError, match=rf"^DISCORD_TOKEN_FILE names token, which .*{reason}.*: .+\.$"):
        settings.token()


def test_the_example_lists_every_setting_with_its_default() -> None:
    """`.env.example` has each setting once, under a comment, and values that load."""
    found = re.findall(r"^# .+\n#([A-Z_]+)=(.*)$", EXAMPLE, flags=re.MULTILINE)
    assert [name.upper() for name in Settings.model_fields] == [name for name, _ in found]
    Path(".env").write_text("\n".join(f"{name}={value}" for name, value in found), encoding="utf-8")
    assert (PREVIEW_PORT, "INFO") == (load().preview_port, load().log_level)
