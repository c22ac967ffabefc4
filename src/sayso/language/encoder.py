"""The encoder: words to tag scores and projections, by ONNX Runtime, one window at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError
from sayso.language.shapes import OTHER, shape

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

FOLDER = Path(__file__).parent / "model"
CLS, SEP, UNKNOWN = 101, 102, 100
MOST_PIECES = 6
"""Wordpieces read of one word: nothing in English news is longer, and a line of base64 must not fill a window."""
MOST_KNOWN = 16384
"""Words whose pieces are remembered: most of what some hundred articles have, so that memory stays as it is from early on."""
LONGEST = 512
"""Wordpieces in a window: the encoder knows no more positions."""

_SLOWER = ("SkipLayerNormFusion",)
"""What ONNX Runtime would fuse to no good: its sum and norm in one take several times as long as the two apart."""


class Encoder:
    """The model's files, opened once. Words in, scores out."""

    def __init__(self, folder: Path = FOLDER, *, threads: int = 1) -> None:
        try:
            self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf8"))
            self.lemmas: dict[str, dict[str, str]] = json.loads((folder / "lemmas.json").read_text(encoding="utf8"))
            self.weights: dict[str, Floats] = dict(np.load(folder / "heads.npz"))
            self._session = _open_session(folder / "model.onnx", threads)
            self._tokenizer = _open_tokenizer(folder / "tokenizer.json")
        except (OSError, ValueError) as error:
            raise ModelError(f"The language model in {folder} is missing or damaged ({error}); install sayso again.") from error
        self.folder = folder
        self._known: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
        """Of words seen before: the wordpieces, and the word's shape once for each. The collector passes over tuples of numbers, not over lists."""

    @cached_property
    def sha256(self) -> str:
        """Digest over the model's files, in the order of their names."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*")):
            if path.suffix in {".onnx", ".npz", ".json"}:
                digest.update(path.read_bytes())
        return digest.hexdigest()

    def encode(self, windows: Sequence[Sequence[str]]) -> tuple[Floats, Floats]:
        """Tag scores [words, labels of all heads] and projections [words, width] of one window of words or more, one below the other.

        They are copied as they come, for the originals lie in the session's memory, which would grow with the longest article and never shrink.
        """
        self._learn_words({word for window in windows for word in window})
        count, at = sum(map(len, windows)), 0
        whole: list[Floats] = []
        for window in windows:
            parts = self._read(window)
            whole = whole or [np.empty((count, part.shape[1]), np.float32) for part in parts]
            for scores, part in zip(whole, parts, strict=True):
                scores[at : at + len(window)] = part
            at += len(window)
        tags, projections = whole
        return tags, projections

    def _read(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """One window by itself: activations are quantised by what they hold, so a neighbour in a batch would change the scores."""
        pieces, shapes, first = self._row(words)
        tags, projections = self._session.run(None, {"pieces": pieces, "shapes": shapes, "first": first})
        return tags[0], projections[0]

    def _learn_words(self, words: set[str]) -> None:
        """Look up the wordpieces of words not seen before."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        new = sorted(words.difference(self._known))
        for word, encoding in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            pieces = tuple(encoding.ids[:MOST_PIECES]) or (UNKNOWN,)
            self._known[word] = pieces, (shape(word),) * len(pieces)

    def _row(self, words: Sequence[str]) -> tuple[Ints, Ints, Ints]:
        """Piece ids, shapes and the first piece of each word, as a batch of one."""
        ids, shapes, first = [CLS], [OTHER], []
        for word in words:
            pieces, letters = self._known[word]
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend(letters)
        ids[LONGEST - 1 :], shapes[LONGEST - 1 :] = [SEP], [OTHER]
        return np.array([ids], np.int64), np.array([shapes], np.int64), np.minimum(np.array([first], np.int64), LONGEST - 2)


def _open_session(path: Path, threads: int) -> Any:
    import onnxruntime

    if not path.exists():
        raise OSError(f"{path.name} is not there")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(_SLOWER))


def _open_tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    if not path.exists():
        raise OSError(f"{path.name} is not there")
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
