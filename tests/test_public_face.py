"""What `import sayso` offers."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sayso


def test_public_names_are_sorted_and_there() -> None:
    """Every name of `__all__` exists, in order."""
    assert sorted(sayso.__all__, key=str) == sayso.__all__
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None


def test_nothing_else_is_offered() -> None:
    """`dir` shows the public names and no others."""
    assert dir(sayso) == sayso.__all__


def test_unknown_name_is_an_attribute_error() -> None:
    """A misspelled name fails as in any module."""
    with pytest.raises(AttributeError, match="codes"):
        _ = sayso.codes


def test_import_is_light() -> None:
    """Importing the package loads neither the model's runtime nor Arrow."""
    code = "import sys, sayso; print(any(m in sys.modules for m in ('onnxruntime', 'pyarrow', 'rich', 'trafilatura')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_errors_are_one_family() -> None:
    """Whatever is raised on purpose can be caught as SaysoError."""
    for error in (sayso.InputError, sayso.KnowledgeError, sayso.ModelError):
        assert issubclass(error, sayso.SaysoError)
