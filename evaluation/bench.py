"""Speed, start, memory and size.

    python -m evaluation.bench [--data DIR] [--articles 200]

The whole path over articles of `data/corpus` on one core; an article counts as 600 words. Then `sayso run` over all of `data/corpus`
with two workers: how long it takes, and how much memory its processes have together, as the median of each tenth of that time but the first.
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
from statistics import median

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
    path = args.data / "data" / "corpus" / "worldwide.jsonl"
    if path.exists():  # before the linking, whose memory is its own
        _speed([json.loads(line)["text"] for line in path.read_text(encoding="utf8").splitlines()][: args.articles])
        _run(path.parent)
    else:
        print(f"speed: not measured, {path} is not there")
    bench_stories.measure(bench_stories.SIZES)


def _wheel() -> str:
    """The size of the wheel, built here and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, "."]
        done = subprocess.run(build, cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=False)
        found = list(Path(folder).glob("*.whl"))
        return f"{found[0].stat().st_size / 1e6:6.1f} MB" if found else f"not measured, {' '.join(done.stderr.split())[:200]}"


def _run(corpus: Path) -> None:
    """Time and memory of `sayso run` over a folder."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "sayso", "run", str(corpus), "-o", f"{folder}/dataset.sqlite", "--workers", "2"]
        began = time.perf_counter()
        process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        memory = []
        while process.poll() is None:
            memory.append(_memory(process.pid))
            time.sleep(0.5)
        seconds = time.perf_counter() - began
        said = process.stderr.read() if process.stderr else ""
    print(f"sayso run, two workers       {seconds:6.1f} s ({said.strip().splitlines()[-1].partition(': ')[2]})")
    tenths = [median(memory[n * len(memory) // 10 : (n + 1) * len(memory) // 10] or [0.0]) for n in range(1, 10)]
    if middle := median(tenths):
        print(
            f"its memory                   {middle:6.0f} MB, {min(tenths) / middle - 1:+.1%} to {max(tenths) / middle - 1:+.1%} by tenths after the first"
        )


def _memory(pid: int) -> float:
    """MB that a process and those it started have, without what they share; 0 where the system does not tell."""
    try:
        found = sum(int(line.split()[1]) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("RssAnon"))
        children = [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return 0.0
    return found / 1024 + sum(_memory(child) for child in children)


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
        windows.append([[text[s:e] for s, e in spans[first:last]] for first, last in cut(text, spans)])
    began = time.perf_counter()
    for together in windows:
        coder.core.encoder.encode(together)
    print(f"encoder with heads           {count / (time.perf_counter() - began):6.0f} words a second")


if __name__ == "__main__":
    main()
