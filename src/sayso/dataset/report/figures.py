"""The figures of the report, counted by the database: a report on ten articles and one on a hundred thousand events ask the same questions."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
HAPPENED = "reality IN ('happened', 'ongoing')"
"""What is counted as a happening: threats, plans and denials are not."""
_SIDE = """coalesce(country, '') || '/' || CASE
  WHEN sector LIKE '%REB%' OR sector LIKE '%UAF%' OR sector LIKE '%CRM%' THEN 'armed'
  WHEN sector LIKE '%GOV%' OR sector LIKE '%MIL%' OR sector LIKE '%COP%' OR sector LIKE '%JUD%' OR sector LIKE '%LEG%' OR sector LIKE '%SPY%' THEN 'state'
  WHEN sector LIKE '%IGO%' THEN 'international'
  WHEN kind = 'country' THEN 'state'
  ELSE 'civil' END"""
_PAIRS = f"""
WITH sides AS (SELECT id, {_SIDE} AS side FROM actors),
roles AS (
  SELECT DISTINCT l.source, l.relation, s.side FROM links l JOIN sides s ON s.id = l.target
  WHERE l.relation IN ('actor', 'recipient') AND l.field = ''
),
done AS (SELECT source, side FROM roles WHERE relation = 'actor'),
met AS (SELECT source, side FROM roles WHERE relation = 'recipient'),
pairs AS (
  SELECT d.source, d.side AS doer, m.side AS other FROM done d JOIN met m ON m.source = d.source
  UNION
  SELECT d.source, d.side, o.side FROM done d JOIN done o ON o.source = d.source AND o.side <> d.side
  WHERE NOT EXISTS (SELECT 1 FROM met m WHERE m.source = d.source)
)
SELECT p.doer, p.other, e.type, count(*) AS count FROM pairs p JOIN events e ON e.id = p.source
WHERE e.{HAPPENED} GROUP BY p.doer, p.other, e.type ORDER BY p.doer, p.other, e.type"""


@dataclass(slots=True)
class Figures:
    """Questions to a dataset, each answered by rows in a fixed order."""

    connection: sqlite3.Connection

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query by the names of its columns."""
        found = self.connection.execute(sql, tuple(values))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    def one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """A single value."""
        return self.connection.execute(sql, tuple(values)).fetchone()[0]

    def totals(self) -> Row:
        """How much of everything there is."""
        return {
            "articles": self.one("SELECT count(*) FROM articles"),
            "copies": self.one("SELECT count(*) FROM articles WHERE copy_of IS NOT NULL"),
            "silent": self.one(
                "SELECT count(*) FROM articles a WHERE copy_of IS NULL AND NOT EXISTS (SELECT 1 FROM events e WHERE e.article = a.id)"
            ),
            "publishers": self.one("SELECT count(DISTINCT publisher) FROM articles"),
            "events": self.one("SELECT count(*) FROM events"),
            "statements": self.one("SELECT count(*) FROM statements"),
            "stories": self.one("SELECT count(*) FROM stories"),
            "quarantined": self.one("SELECT count(*) FROM quarantine"),
            "undated_articles": self.one("SELECT count(*) FROM articles WHERE published IS NULL"),
            "first": self.one("SELECT min(published) FROM articles"),
            "last": self.one("SELECT max(published) FROM articles"),
            "corrections": self.one("SELECT count(*) FROM corrections"),
            "correctors": self.one("SELECT count(DISTINCT made_by) FROM corrections"),
        }

    def gaps(self) -> Row:
        """How many events lack what."""
        parts = {"date": "start IS NULL", "place": "places IS NULL", "point": "latitude IS NULL", "doer": "actors IS NULL"}
        sums = ", ".join(f"coalesce(sum({test}), 0) AS {name}" for name, test in parts.items())
        said = "coalesce(sum(attributed_to IS NOT NULL), 0) AS said"
        return self.rows(f"SELECT {sums}, {said}, coalesce(sum(confidence < 0.5), 0) AS unsure FROM events")[0]

    def realities(self) -> list[Row]:
        """Events by reality."""
        return self.rows("SELECT reality, count(*) AS count FROM events GROUP BY reality ORDER BY count DESC, reality")

    def types(self) -> list[Row]:
        """Events by type: all of them, and those that happened."""
        return self.rows(f"SELECT type, count(*) AS count, sum({HAPPENED}) AS happened FROM events GROUP BY type ORDER BY count DESC, type")

    def days(self) -> list[Row]:
        """What happened, by type and the day, month or year it began."""
        return self.rows(
            f"SELECT type, start, count(*) AS count FROM events WHERE {HAPPENED} AND start IS NOT NULL GROUP BY type, start ORDER BY start, type"
        )

    def countries(self) -> list[Row]:
        """What happened, by country."""
        return self.rows(
            f"""SELECT p.country, count(DISTINCT e.id) AS count FROM events e JOIN links l ON l.source = e.id AND l.relation = 'place'
            JOIN places p ON p.id = l.target WHERE e.{HAPPENED} AND p.country IS NOT NULL GROUP BY p.country ORDER BY count DESC, p.country"""
        )

    def points(self, limit: int) -> list[Row]:
        """What happened at places more exact than a country, the busiest first."""
        return self.rows(
            f"""SELECT round(latitude, 1) AS latitude, round(longitude, 1) AS longitude, min(places) AS name, min(place_countries) AS country,
            count(*) AS count, sum(type IN ('ASSAULT')) AS assaults FROM events
            WHERE {HAPPENED} AND latitude IS NOT NULL AND precision IN ('point', 'city', 'admin2', 'admin1')
            GROUP BY round(latitude, 1), round(longitude, 1) ORDER BY count DESC, 1, 2 LIMIT ?""",
            [limit],
        )

    def actors(self, limit: int) -> list[Row]:
        """Who does most, with what is done to them and what they say."""
        return self.rows(
            """SELECT min(a.name) AS name, a.country, max(a.sector) AS sector, count(DISTINCT CASE WHEN l.relation = 'actor' THEN l.source END) AS done,
            count(DISTINCT CASE WHEN l.relation = 'recipient' THEN l.source END) AS met,
            count(DISTINCT CASE WHEN l.relation = 'speaker' THEN l.source END) AS said
            FROM links l JOIN actors a ON a.id = l.target
            WHERE l.relation IN ('actor', 'recipient', 'speaker') AND a.kind <> 'population'
            GROUP BY coalesce(a.knowledge_id, a.name), a.country ORDER BY done DESC, met DESC, said DESC, name, a.country LIMIT ?""",
            [limit],
        )

    def pairs(self) -> list[Row]:
        """Who did what to whom, by sides; those who did something together count as doing it to one another."""
        return self.rows(_PAIRS)

    def publishers(self, limit: int) -> list[Row]:
        """Who published most."""
        return self.rows(
            """SELECT coalesce(publisher, 'no publisher given') AS publisher, count(*) AS articles, sum(copy_of IS NOT NULL) AS copies
            FROM articles GROUP BY publisher ORDER BY articles DESC, publisher LIMIT ?""",
            [limit],
        )

    def quarantine(self) -> list[Row]:
        """What could not be coded, by reason."""
        return self.rows("SELECT reason, count(*) AS count FROM quarantine GROUP BY reason ORDER BY count DESC, reason")

    def pipelines(self) -> list[Row]:
        """Which software made the records."""
        return self.rows("SELECT pipeline, count(*) AS articles FROM articles WHERE record IS NOT NULL GROUP BY pipeline ORDER BY pipeline")
