"""Single happenings for the report: the most disputed, those with the highest tolls, and a sample with its evidence."""

from __future__ import annotations

import json
from typing import Any

from sayso.article import Span
from sayso.dataset.report.figures import HAPPENED, Figures, Row

_SHOWN = 'id, type, mode, actors, recipients, places, start, "end", disputed, killed_min, killed_max, injured_min, injured_max'
_LONG = 420
"""Characters of evidence on either side of a trigger."""
_OF_STORY = "SELECT id FROM events WHERE story = ?"


def disputed(figures: Figures, limit: int) -> list[Row]:
    """The most disputed stories, or events where none are linked: those most deny, then those most assert; `says` has who says what."""
    stories = bool(figures.one("SELECT count(*) FROM stories"))
    group = "coalesce(e.story, e.id)" if stories else "e.id"
    found = figures.rows(
        f"""SELECT {group} AS id, count(DISTINCT CASE WHEN l.stance IN ('denies', 'doubts') THEN coalesce(s.speaker_name, l.target) END) AS against,
        count(DISTINCT CASE WHEN l.stance IN ('asserts', 'confirms') THEN coalesce(s.speaker_name, l.target) END) AS for_it, max(e.disputed IS NOT NULL) AS marked
        FROM events e JOIN links l ON l.source = e.id AND l.relation = 'said' JOIN statements s ON s.id = l.target
        GROUP BY {group} HAVING against > 0 ORDER BY marked DESC, against DESC, for_it DESC, id LIMIT ?""",
        [limit],
    )
    return [_described(figures, row["id"]) | {"says": _says(figures, row["id"])} for row in found]


def tolls(figures: Figures, limit: int) -> list[Row]:
    """What killed most at a known time or place, by stories or by events where none are linked; `figures` has each source's range."""
    stories = bool(figures.one("SELECT count(*) FROM stories"))
    table = "stories" if stories else "events"
    found = figures.rows(
        f"""SELECT id FROM {table} WHERE {HAPPENED} AND (killed_min > 0 OR killed_max > 0) AND (places IS NOT NULL OR start IS NOT NULL)
        ORDER BY max(coalesce(killed_max, 0), coalesce(killed_min, 0)) DESC, id LIMIT ?""",
        [limit],
    )
    return [_described(figures, row["id"]) | {"figures": _figures(figures, row["id"])} for row in found]


def _described(figures: Figures, key: str) -> Row:
    for table, events in (("stories", "events"), ("events", "1")):
        found = figures.rows(f"SELECT {_SHOWN}, {events} AS events FROM {table} WHERE id = ?", [key])
        if found:
            return found[0]
    return {}


def _says(figures: Figures, key: str) -> list[Row]:
    """Who says what of a story or an event, denials first; the same words of the same speaker once."""
    return figures.rows(
        f"""SELECT coalesce(s.speaker_name, 'An unnamed source') AS speaker, l.stance, s.act, substr(s.content, 1, 300) AS content,
        min(coalesce(a.publisher, '')) AS publisher, min(coalesce(a.published, '')) AS published
        FROM links l JOIN statements s ON s.id = l.target JOIN articles a ON a.id = s.article
        WHERE l.relation = 'said' AND (l.source = ? OR l.source IN ({_OF_STORY}))
        GROUP BY speaker, l.stance, s.act, s.content ORDER BY l.stance IN ('asserts', 'confirms'), published, speaker, content LIMIT 8""",
        [key, key],
    )


def _figures(figures: Figures, key: str) -> list[Row]:
    return figures.rows(
        f"""SELECT coalesce(publisher, 'no publisher given') AS publisher, attributed_to, killed_min, killed_max, min(coalesce(published, '')) AS published
        FROM events WHERE (id = ? OR id IN ({_OF_STORY})) AND (killed_min IS NOT NULL OR killed_max IS NOT NULL)
        GROUP BY publisher, attributed_to, killed_min, killed_max ORDER BY published, publisher, attributed_to, killed_min, killed_max LIMIT 8""",
        [key, key],
    )


def rows(figures: Figures, limit: int) -> list[Row]:
    """One event of each type, of those that tell most; `pieces` is its evidence in parts, each with what it is."""
    found = figures.rows(
        """SELECT id, alike FROM (
          SELECT id, type, count(*) OVER (PARTITION BY type) AS alike, row_number() OVER (
            PARTITION BY type ORDER BY (attributed_to IS NOT NULL) + (actors IS NOT NULL) + (recipients IS NOT NULL) + (start IS NOT NULL)
            + (places IS NOT NULL) DESC, confidence DESC, id) AS place
          FROM events)
        WHERE place = 1 ORDER BY alike DESC, type LIMIT ?""",
        [limit],
    )
    sql = "SELECT e.*, a.title, a.url, a.text FROM events e JOIN articles a ON a.id = e.article WHERE e.id = ?"
    events = [figures.rows(sql, [row["id"]])[0] for row in found]
    return [event | {"pieces": _pieces(figures, event)} for event in events]


def _pieces(figures: Figures, row: Row) -> list[tuple[str, str]]:
    """The evidence in parts: what each is (empty for plain text) and its words."""
    event, text = json.loads(row["detail"]), row["text"]
    marks = _apart(_marks(figures, row["article"], event))
    found: list[tuple[str, str]] = []
    for start, end in _shown(event, text):
        if found:
            found.append(("", " … "))
        at = start
        for (first, last), part in marks:
            if at <= first and last <= end:
                found += [("", text[at:first]), (part, text[first:last])]
                at = last
        found.append(("", text[at:end]))
    return [piece for piece in found if piece[1]]


def _shown(event: dict[str, Any], text: str) -> list[Span]:
    """The evidence around the trigger, and one further piece; long ones are cut."""
    trigger = event["trigger_span"]
    spans = sorted((tuple(span) for span in event["evidence_spans"]), key=lambda span: not span[0] <= trigger[0] < span[1])
    found: list[Span] = []
    for start, end in spans[:2]:
        middle = trigger[0] if start <= trigger[0] < end else start
        found.append((max(start, middle - _LONG), min(end, middle + _LONG)))
    return found


def _apart(marks: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Marks in the order of the text; of two that overlap the one that was given first."""
    kept: list[tuple[Span, str]] = []
    for span, part in marks:
        if all(span[1] <= other[0] or other[1] <= span[0] for other, _ in kept):
            kept.append((span, part))
    return sorted(kept)


def _marks(figures: Figures, article: str, event: dict[str, Any]) -> list[tuple[Span, str]]:
    spans: list[tuple[Any, str]] = [(event["trigger_span"], "trigger"), (event["when"]["span"], "time")]
    spans += [(participant["span"], part) for part in ("actor", "recipient") for participant in event[f"{part}s"]]
    spans += [(toll["span"], "toll") for toll in event["toll"]]
    for place in event["where"]:
        mentions = figures.rows("SELECT mentions FROM places WHERE id = ?", [f"{article}/{place}"])
        spans += [(mention, "place") for row in mentions for mention in json.loads(row["mentions"])]
    for say in event["say_so"]:
        for row in figures.rows("SELECT spans FROM statements WHERE id = ?", [f"{article}/{say['statement']}"]):
            spans.append((json.loads(row["spans"])["speaker"], "speaker"))
    return [((span[0], span[1]), part) for span, part in spans if span]
