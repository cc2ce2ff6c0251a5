"""What the environment says: plain variables, also from a `.env` in the working directory; the environment wins.

Empty values count as unset. A token is never shown, and its form never judged: whether it is right, Discord says.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from platformdirs import user_cache_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, StringConstraints, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.answering.policy import CAUTION
from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

PREVIEW_PORT: Final = 8421
_LARGEST_TOKEN_FILE: Final = 4096
_WANTED: Final = {
    "DISCORD_TOKEN": "the token as Discord shows it",
    "DISCORD_API_URL": "the whole base with its version, such as http://127.0.0.1:8080/api/v10",
    "DISCORD_GATEWAY_URL": "a WebSocket address, such as ws://127.0.0.1:8081",
    "COOLDOWN_SECONDS": "a number of seconds from 0 (no pause) to 3600",
    "REPEAT_MINUTES": "a number of minutes from 0 (never) to 1440",
    "PRIVATE_CHANNELS": "the ids of channels, such as 1024, 2048",
    "PREVIEW_PORT": "a port from 0 (any that is free) to 65535",
    "CAUTION": "a number from 0 (say as little as possible) to 100 (whatever comes nearest)",
    "HEALTH_PORT": "a port from 0 (any that is free) to 65535",
    "LOG_LEVEL": "DEBUG, INFO, WARNING, ERROR or CRITICAL",
}


def _expanded(path: Path) -> Path:
    """The path with its home, where there is one."""
    try:
        return path.expanduser()
    except RuntimeError:  # nobody of that name
        return path


_Folder = Annotated[Path, AfterValidator(_expanded)]
_WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]\S*$", strip_whitespace=True)]
_SocketAddress = Annotated[str, StringConstraints(pattern=r"^wss?://[^\s/]\S*$", strip_whitespace=True)]
_Channels = Annotated[tuple[int, ...], NoDecode, BeforeValidator(lambda ids: _listed(ids))]  # noqa: PLW0108 - below
_Upper = BeforeValidator(lambda text: str(text).strip().upper())


class Settings(BaseSettings):
    """Every setting; the variable is the field's name in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    discord_token: SecretStr | None = Field(None, description="the bot's token")
    discord_token_file: _Folder | None = Field(None, description="a file that holds the token instead")
    discord_api_url: _WebAddress | None = Field(None, description="another base of Discord's API, with its version")
    discord_gateway_url: _SocketAddress | None = Field(None, description="another gateway")
    cooldown_seconds: float = Field(2, ge=0, le=3600, description="how long a person waits between questions")
    repeat_minutes: float = Field(10, ge=0, le=1440, description="how long the same answer is linked to instead")
    private_channels: _Channels = Field((), description="channels where only the asker sees an answer")
    knowledge_dir: _Folder | None = Field(None, description="one pack's folder, or a folder of packs")
    cache_dir: _Folder | None = Field(None, description="where indexes are kept")
    encoder: str | None = Field(None, description="the small model: off, or a folder that holds another one")
    caution: float = Field(CAUTION, ge=0, le=100, description="how many wrong answers in a hundred are tolerable")
    preview_port: int = Field(PREVIEW_PORT, ge=0, le=65535, description="the preview's port on this machine")
    health_port: int | None = Field(
        None, ge=0, le=65535, description="where /healthz and /metrics are, on this machine"
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], _Upper] = Field(
        "INFO", description="how much is logged"
    )

    @property
    def cache(self) -> Path:
        """The folder for indexes: CACHE_DIR, or the user's cache folder of this platform."""
        return self.cache_dir or user_cache_path("footnote", appauthor=False)

    def token(self) -> str | None:
        """The bot's token: DISCORD_TOKEN, else what DISCORD_TOKEN_FILE holds; None where neither is set.

        Raises SettingsError where the file can't be read or holds nothing.
        """
        given = self.discord_token.get_secret_value().strip() if self.discord_token else ""
        return given or (_token_in(self.discord_token_file) if self.discord_token_file else None)


def load(given: Mapping[str, Any] | None = None, using: Container[str] = tuple(Settings.model_fields)) -> Settings:
    """Read the settings; `given` (field → value) wins over the environment.

    `using` names the fields that the caller goes by: any other one that can't be used keeps its default.
    Raises SettingsError with one sentence for every variable of those that can't be used.
    """
    try:
        return Settings(**(given or {}))
    except ValidationError as error:
        names = dict.fromkeys(str(fault["loc"][0]) for fault in error.errors(include_input=False))
        if complaints := [_complaint(name.upper()) for name in names if name in using]:
            raise SettingsError("\n".join(complaints)) from None
        return load({**(given or {}), **{name: Settings.model_fields[name].default for name in names}}, using)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(f".env can't be read ({reason}): mend it, or remove it.") from None


def _listed(ids: object) -> object:
    """The parts of a list as a person writes it, with commas or spaces."""
    return ids.replace(",", " ").split() if isinstance(ids, str) else ids


def _complaint(name: str) -> str:
    return f"{name} can't be used: set it to {_WANTED.get(name, 'a folder or file')}, or leave it out."


def _token_in(path: Path) -> str:
    try:
        with path.open("rb") as file:
            token = file.read(_LARGEST_TOKEN_FILE).decode("utf-8-sig").strip()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(
            f"DISCORD_TOKEN_FILE names {path}, which can't be read ({reason}): "
            "name a file that holds the token and that this user may read."
        ) from None
    if not token:
        raise SettingsError(f"DISCORD_TOKEN_FILE names {path}, which is empty: write the token into it.")
    return token
