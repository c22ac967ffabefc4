"""Does a dataset survive? `sayso run` is killed at random and started again until it is through, and what it made is compared, byte for byte,
with what an undisturbed run makes.

    python -m evaluation.kills [--kills 200] [--articles 400]

The articles are made up and the coder is a stub, so that the kills fall on what is around it: shards, parts, the database and its export.
Half of the kills end the command alone, as `kill -9` does; half end its workers with it, as a machine that goes down.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from evaluation.stub import PIPELINE, StubCoder, reports

_SIZE = 4
_PAUSE = 0.01


def main(words: Sequence[str] | None = None) -> int:
    """Kill, resume, compare; 0 where every dataset came out the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", type=Path, nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args(words)
    if args.one:
        _run(*args.one)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return _compare(Path(folder), args.kills, args.articles, random.Random(args.seed))


def _compare(folder: Path, kills: int, articles: int, chance: random.Random) -> int:
    source = folder / "reports.jsonl"
    lines = [json.dumps(row) for row in reports(articles)]
    lines[len(lines) // 2] = "this is no JSON"
    source.write_text("\n".join(lines), encoding="utf8")
    _start(source, folder / "undisturbed").wait()
    expected = digest(folder / "undisturbed")
    began = time.perf_counter()
    _start(source, folder / "undisturbed").wait()
    longest = 3 * (time.perf_counter() - began)  # a run with nothing to do takes as long as every run needs to start
    killed, datasets, wrong = 0, 0, 0
    while killed < kills:
        target = folder / "disturbed"
        while _killed(_start(source, target), chance.uniform(0, longest), with_workers=chance.random() < 0.5):
            killed += 1
        datasets += 1
        wrong += digest(target) != expected
        shutil.rmtree(target)
        print(f"{killed} kills, {datasets} datasets, {wrong} of them not the same", flush=True)
    return int(wrong > 0)


def _start(source: Path, target: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "evaluation.kills", "--one", str(source), str(target)]
    return subprocess.Popen(words, start_new_session=True, stderr=subprocess.DEVNULL)


def _killed(process: subprocess.Popen[bytes], after: float, *, with_workers: bool) -> bool:
    """Wait a while and kill; False where the run was through before that."""
    try:
        code = process.wait(after)
    except subprocess.TimeoutExpired:
        if with_workers:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        return True
    if code:
        raise RuntimeError(f"a run ended by itself with exit code {code}")
    return False


def _run(source: Path, target: Path) -> None:
    from sayso.dataset.running import Options, run
    from sayso.readers import find

    target.mkdir(exist_ok=True)
    run(find([str(source)]), target, partial(StubCoder, PIPELINE, _PAUSE), Options(workers=2, size=_SIZE))


def digest(folder: Path) -> dict[str, str]:
    """The digest of each file of a folder's export."""
    names = [*sorted(path.name for path in folder.glob("*.parquet")), "quarantine.jsonl", "counters.json"]
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


if __name__ == "__main__":
    began = time.perf_counter()
    code = main()
    print(f"{time.perf_counter() - began:.0f} s", file=sys.stderr)
    sys.exit(code)
