"""The encoder: words to tag scores and projections, by ONNX Runtime. Windows are sorted by length and read in batches."""

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

FOLDER = Path(__file__).parent / "model"
CLS, SEP, UNKNOWN = 101, 102, 100
MOST_PIECES = 6
"""Wordpieces read of one word: nothing in English news is longer, and a line of base64 must not fill a window."""
LONGEST = 512
"""Wordpieces in a window: the encoder knows no more positions."""
BATCH = 512
"""Wordpieces in a batch, padding included: what stays in a core's cache is read a quarter faster than large batches are."""


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
        self._pieces: dict[str, list[int]] = {}

    @cached_property
    def sha256(self) -> str:
        """Digest over the model's files, in the order of their names."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*")):
            if path.suffix in {".onnx", ".npz", ".json"}:
                digest.update(path.read_bytes())
        return digest.hexdigest()

    def encode(self, windows: Sequence[Sequence[str]]) -> list[tuple[Floats, Floats]]:
        """For each window of words: tag scores [words, labels of all heads] and projections [words, width]."""
        self._learn_words({word for window in windows for word in window})
        rows = [self._row(window) for window in windows]
        order = sorted(range(len(rows)), key=lambda i: (len(rows[i][0]), i))
        results: list[tuple[Floats, Floats]] = [(np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32))] * len(rows)
        batch: list[int] = []
        for i in order:
            if batch and (len(batch) + 1) * len(rows[i][0]) > BATCH:
                self._run(rows, batch, results)
                batch = []
            batch.append(i)
        if batch:
            self._run(rows, batch, results)
        return results

    def _learn_words(self, words: set[str]) -> None:
        """Look up the wordpieces of words not seen before."""
        if len(self._pieces) > 200_000:
            self._pieces.clear()
        new = sorted(words.difference(self._pieces))
        for word, encoding in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            self._pieces[word] = encoding.ids[:MOST_PIECES] or [UNKNOWN]

    def _row(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        """Piece ids, shapes and the first piece of each word."""
        ids, shapes, first = [CLS], [OTHER], []
        for word in words:
            pieces = self._pieces[word]
            first.append(min(len(ids), LONGEST - 2))
            ids.extend(pieces)
            shapes.extend([shape(word)] * len(pieces))
        return [*ids[: LONGEST - 1], SEP], [*shapes[: LONGEST - 1], OTHER], first

    def _run(self, rows: list[tuple[list[int], list[int], list[int]]], batch: list[int], results: list[tuple[Floats, Floats]]) -> None:
        length = max(len(rows[i][0]) for i in batch)
        words = max(len(rows[i][2]) for i in batch)
        pieces, shapes, mask = (np.zeros((len(batch), length), np.int64) for _ in range(3))
        first = np.zeros((len(batch), words), np.int64)
        for n, i in enumerate(batch):
            ids, letters, starts = rows[i]
            pieces[n, : len(ids)], shapes[n, : len(ids)], mask[n, : len(ids)] = ids, letters, 1
            first[n, : len(starts)] = starts
        tags, projections = self._session.run(None, {"pieces": pieces, "shapes": shapes, "mask": mask, "first": first})
        for n, i in enumerate(batch):
            size = len(rows[i][2])
            results[i] = tags[n, :size], projections[n, :size]


def _open_session(path: Path, threads: int) -> Any:
    import onnxruntime

    if not path.exists():
        raise OSError(f"{path.name} is not there")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _open_tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    if not path.exists():
        raise OSError(f"{path.name} is not there")
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
