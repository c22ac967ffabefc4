"""Speed, start, memory and size.

    python -m evaluation.bench [--data DIR] [--articles 200]

The whole path over articles of `data/corpus` on one core; an article counts as 600 words.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from evaluation import bench_stories

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_START = "import time; t = time.perf_counter(); import sayso; sayso.code('Rebels shelled the town on Monday.'); print(time.perf_counter() - t)"


def main() -> None:
    """Measure and print; re-runs itself with one thread first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_SHARED", "../shared")))
    parser.add_argument("--articles", type=int, default=200)
    args = parser.parse_args()
    if os.environ.get("OMP_NUM_THREADS") != "1":
        sys.exit(subprocess.run([sys.executable, "-m", "evaluation.bench", *sys.argv[1:]], env={**os.environ, **_ONE_THREAD}, check=False).returncode)
    started = float(subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True).stdout)
    print(f"start to first record        {started:6.2f} s")
    print(f"wheel                        {_wheel()}")
    bench_stories.measure(bench_stories.SIZES)
    path = args.data / "data" / "corpus" / "worldwide.jsonl"
    if not path.exists():
        print(f"speed: not measured, {path} is not there")
        return
    _speed([json.loads(line)["text"] for line in path.read_text(encoding="utf8").splitlines()][: args.articles])


def _wheel() -> str:
    """The size of the wheel, built here and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, "."]
        done = subprocess.run(build, cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=False)
        found = list(Path(folder).glob("*.whl"))
        return f"{found[0].stat().st_size / 1e6:6.1f} MB" if found else f"not measured, {' '.join(done.stderr.split())[:200]}"


def _speed(texts: list[str]) -> None:
    from sayso.article import Article
    from sayso.coder import Coder
    from sayso.language.tokenise import tokenise
    from sayso.language.windows import cut
    from sayso.readers import find_boilerplate

    coder = Coder()
    coder.code(Article(texts[0]))
    words = sum(len(text.split()) for text in texts)
    began = time.perf_counter()
    for _ in coder.code_many(Article(text, str(n), skipped=find_boilerplate(text)) for n, text in enumerate(texts)):
        pass
    print(f"whole path                   {words / 600 / (time.perf_counter() - began):6.2f} articles of 600 words a second")
    print(f"memory at most               {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")
    windows, count = [], 0
    for text in texts:
        spans = tokenise(text)
        count += len(spans)
        windows += [[text[s:e] for s, e in spans[first:last]] for first, last in cut(text, spans)]
    began = time.perf_counter()
    coder.core.encoder.encode(windows)
    print(f"encoder with heads           {count / (time.perf_counter() - began):6.0f} words a second")


if __name__ == "__main__":
    main()
