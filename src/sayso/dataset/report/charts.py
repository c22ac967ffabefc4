"""Charts as SVG: columns over time, small columns of one type, and ranges of tolls. Colours are classes of the style sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence

from sayso.dataset.report.html import text

_WIDE, _HIGH, _LEFT, _BOTTOM, _TOP = 900, 300, 56, 34, 12


def columns(steps: Sequence[str], stacks: Sequence[tuple[int, str, Sequence[int]]], title: str) -> str:
    """Stacked columns: for each stack the number of its colour, its name, and its height at each step."""
    totals = [sum(counts[step] for _, _, counts in stacks) for step in range(len(steps))]
    top = _round_up(max(totals, default=0))
    width = (_WIDE - _LEFT - 4) / max(len(steps), 1)
    scale = (_HIGH - _BOTTOM - _TOP) / top
    parts = [_svg(_WIDE, _HIGH, title)]
    for line in range(0, top + 1, max(top // 4, 1)):
        y = _HIGH - _BOTTOM - line * scale
        parts.append(f'<path class="grid" d="M{_LEFT} {y:.1f}H{_WIDE}"/><text class="axis end" x="{_LEFT - 8}" y="{y + 4:.1f}">{line:,}</text>')
    for step, label in enumerate(steps):
        y = float(_HIGH - _BOTTOM)
        for number, name, counts in stacks:
            if counts[step]:
                height = counts[step] * scale
                y -= height
                parts.append(
                    f'<rect class="fill{number}" x="{_LEFT + step * width + width * 0.08:.1f}" y="{y:.1f}" width="{width * 0.84:.1f}" height="{height:.1f}">'
                    f"<title>{text(label)}: {counts[step]:,} {text(name.lower())}</title></rect>"
                )
    every = max(1, math.ceil(len(steps) / 8))
    for step in range(0, len(steps), every):
        x = _LEFT + (step + 0.5) * width
        parts.append(f'<text class="axis middle" x="{x:.1f}" y="{_HIGH - 10}">{text(steps[step])}</text>')
    return "".join(parts) + "</svg>"


def small_columns(counts: Sequence[int], number: int, title: str) -> str:
    """The course of one type, without axes."""
    wide, high = 180, 40
    top, width = max(counts, default=0) or 1, wide / max(len(counts), 1)
    bars = (
        f"M{step * width + width * 0.1:.1f} {high}v-{max(count * high / top, 1):.1f}h{width * 0.8:.1f}v{max(count * high / top, 1):.1f}z"
        for step, count in enumerate(counts)
        if count
    )
    return f'{_svg(wide, high, title)}<path class="fill{number}" d="{"".join(bars)}"/></svg>'


def ranges(least: int | None, most: int | None, end: int, title: str) -> str:
    """From how few to how many on a scale of powers of ten; an arrow where one end is open."""
    wide, high = 300, 22
    low = _place(least or 1, end, wide)
    high_at = _place(most, end, wide) if most is not None else wide - 14.0
    parts = [_svg(wide, high, title)]
    for power in range(len(str(end)) + 1):
        if 10**power <= end:
            parts.append(f'<path class="grid" d="M{_place(10**power, end, wide):.1f} 0V{high}"/>')
    parts.append(f'<path class="range" d="M{low:.1f} 11H{high_at:.1f}"/>')
    if least is not None:
        parts.append(f'<circle class="fill3" cx="{low:.1f}" cy="11" r="5"/>')
    if most is None:
        parts.append(f'<path class="fill3" d="M{high_at:.1f} 6l9 5l-9 5z"/>')
    elif most != least:
        parts.append(f'<circle class="fill3" cx="{high_at:.1f}" cy="11" r="5"/>')
    return "".join(parts) + "</svg>"


def _place(count: int, end: int, wide: int) -> float:
    return 8 + (wide - 30) * math.log10(max(count, 1)) / max(math.log10(max(end, 2)), 0.3)


def _svg(wide: int, high: int, title: str) -> str:
    return f'<svg viewBox="0 0 {wide} {high}" role="img" aria-label="{text(title)}"><title>{text(title)}</title>'


def _round_up(count: int) -> int:
    """A round number above a count, that four lines divide well."""
    size = int(10 ** max(len(str(count)) - 2, 0))
    return max(4, math.ceil(count / size / 4) * size * 4)
