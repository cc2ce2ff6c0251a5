"""Meaning as numbers: texts become vectors whose dot product tells how alike they mean, where a model is at hand."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from bot.errors import SettingsError
from bot.matching.sentence_model import NEEDED, MiniLM, OnnxEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

OFF: Final = "off"


class Encoder(Protocol):
    """Whatever turns texts into vectors."""

    @property
    def name(self) -> str:
        """What a reply says of it, such as "all-MiniLM-L6-v2-int8"."""

    @property
    def revision(self) -> str:
        """A hash of everything that its vectors depend on."""

    def warm(self) -> None:
        """Open the model meanwhile, in a thread of its own; what is wrong with it shows with the first text."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector of unit length a text: shape (n, dim)."""


def open_encoder(choice: str | None) -> Encoder | None:
    """The encoder of a choice: a folder with a model, "off" for none, or None for MiniLM if it is installed.

    Raises SettingsError where the folder can't be used, or where an installed file isn't the one that it should be.
    The model itself is opened with the first text.
    """
    if choice is None:
        return MiniLM.installed()
    if choice.strip().lower() == OFF:
        return None
    try:
        return _local(Path(choice.strip()).expanduser())
    except (OSError, RuntimeError) as error:  # a name too long, a home that nobody has
        reason = getattr(error, "strerror", None) or error
        raise SettingsError(f"ENCODER can't be used ({reason}): name a folder that is there, or say {OFF}.") from None


def _local(folder: Path) -> OnnxEncoder:
    if not folder.is_dir():
        raise SettingsError(f"ENCODER names {folder}, which is no folder: name one that holds a model, or say {OFF}.")
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise SettingsError(
            f"ENCODER names {folder}, but {' and '.join(missing)} can't be found: "
            f"install footnote[semantic], or set ENCODER={OFF}."
        )
    tokenizer = folder / "tokenizer.json"
    if not tokenizer.is_file():
        raise SettingsError(f"ENCODER names {folder}, which has no tokenizer.json: put the model's own there.")
    return OnnxEncoder(folder.resolve().name, _only_model(folder), tokenizer)


def _only_model(folder: Path) -> Path:
    """The model of a folder, where exporters put it: beside the tokenizer, or in `onnx`."""
    found = sorted([*folder.glob("*.onnx"), *folder.glob("onnx/*.onnx")])
    plain = [path for path in found if path.name == "model.onnx"]
    if len(plain or found) == 1:
        return (plain or found)[0]
    listed = ", ".join(path.relative_to(folder).as_posix() for path in found) or "no .onnx file"
    raise SettingsError(f"ENCODER names {folder}, which holds {listed}: leave exactly one, or one called model.onnx.")
