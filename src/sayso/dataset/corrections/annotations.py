"""What people changed in Label Studio, as changes to a dataset: the marks they left, held against those they were shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.article import Span
from sayso.dataset.corrections.finding import sentence_around
from sayso.dataset.corrections.making import Change
from sayso.dataset.corrections.reading import readings, standing
from sayso.dataset.label_studio import Region, read_regions, regions
from sayso.errors import InputError
from sayso.knowledge.numbers import load_numbers
from sayso.record import Event, Record, Statement, When

if TYPE_CHECKING:
    from sayso.dataset.store import Store

_CHOICES = {"Trigger": ("type", "mode", "reality"), "Cue": ("act",)}


def read_annotations(store: Store, path: Path, tasks: Sequence[Any]) -> tuple[list[Change], list[str]]:
    """The changes of an export of Label Studio's, and remarks on marks that say too little to be taken over."""
    changes: list[Change] = []
    remarks: list[str] = []
    for number, task in enumerate(tasks, 1):
        where = f"{path}: task {number}"
        annotation = _annotation(task, where)
        if annotation is None:
            remarks.append(f"{where}: nobody has annotated it; passed over.")
            continue
        article = standing(store.connection, str(task["data"]["id"]))
        ((_, _, record, text),) = readings(store.connection, [article])
        if task["data"].get("text") != text:
            raise InputError(f"{where}: its text is not that of the article {article}; import the tasks that Sayso exported, unchanged.")
        shown = task.get("predictions") or []
        before = read_regions(shown[0]["result"], text, where) if shown and isinstance(shown[0], dict) else list(regions(record))
        sheet = _Sheet(article, record, text, before, read_regions(annotation["result"], text, where), remarks, where)
        stamp = annotation.get("updated_at") or annotation.get("created_at")
        by, at = _who(annotation), f"{str(stamp)[:19]}Z" if stamp else None
        changes += [replace(change, by=by, at=at, source=where) for change in (*sheet.changes(), Change(article, checked=True))]
    return changes, remarks


def _annotation(task: Any, where: str) -> dict[str, Any] | None:
    """The last annotation of a task that was not cancelled."""
    if not isinstance(task, dict) or not isinstance(task.get("data"), dict) or "id" not in task["data"]:
        raise InputError(f"{where}: there is no data with an id in it; give Label Studio's JSON export (not JSON-MIN) of tasks that Sayso exported.")
    done = [one for one in task.get("annotations") or [] if not one.get("was_cancelled") and isinstance(one.get("result"), list)]
    return done[-1] if done else None


def _who(annotation: dict[str, Any]) -> str | None:
    who = annotation.get("completed_by")
    return who.get("email") if isinstance(who, dict) else None


class _Sheet:
    """One article with the marks that were shown and those that came back."""

    def __init__(self, article: str, record: Record, text: str, before: list[Region], after: list[Region], remarks: list[str], where: str) -> None:
        self.article, self.record, self.text, self.remarks, self.where = article, record, text, remarks, where
        self.before, self.after = _by_owner(before), _by_owner(after)

    def changes(self) -> Iterator[Change]:
        """Everything that differs."""
        for event in self.record.events:
            yield from self._of(event.id, self._event(event))
        for statement in self.record.statements:
            yield from self._of(statement.id, self._statement(statement))
        known = {event.id for event in self.record.events} | {statement.id for statement in self.record.statements}
        for owner, own in self.after.items():
            if owner not in known:
                yield from self._new(owner, own)

    def _of(self, owner: str, values: dict[str, Any]) -> Iterator[Change]:
        if owner in self.before and not self._spans(owner, "Trigger", "Cue", "Content"):
            yield Change(f"{self.article}/{owner}", deleted=True)
        elif values:
            yield Change(f"{self.article}/{owner}", set=values)

    def _new(self, owner: str, own: list[Region]) -> Iterator[Change]:
        anchor = next((region for region in own if region.label in _CHOICES), None)
        if owner in self.before:
            self._remark(f"{owner} has been taken out of the dataset meanwhile; bring it back with `sayso correct --restore` if it should stand.")
        elif anchor is None:
            words = ", ".join(repr(self.text[slice(*region.span)]) for region in own)
            self._remark(f"{words} is tied to no trigger or cue; draw a relation to one.")
        elif anchor.label == "Trigger":
            blank = Event(owner, "", None, [], anchor.span, [anchor.span], [], [], When(), [], "happened", [], [], [], [], 1.0)
            yield Change(self.article, add="event", set=self._event(blank) | {"trigger": list(anchor.span)} | anchor.choices)
        else:
            blank_statement = Statement(owner, None, None, anchor.span, [], "indirect", "say")
            yield Change(self.article, add="statement", set=self._statement(blank_statement) | {"cue": list(anchor.span)} | anchor.choices)

    def _event(self, event: Event) -> dict[str, Any]:
        """The fields of an event that its marks change."""
        values = self._chosen(event.id, "Trigger")
        if self._differs(event.id, "Trigger") and (spans := self._spans(event.id, "Trigger")):
            values["trigger"] = list(spans[0])
            if not any(start <= spans[0][0] and spans[0][1] <= end for start, end in event.evidence_spans):
                values["evidence"] = [*map(list, event.evidence_spans), sentence_around(self.text, spans[0])]
        for label, field, there in (("Actor", "actors", event.actors), ("Recipient", "recipients", event.recipients)):
            if self._differs(event.id, label):
                shown = self._spans(event.id, label, before=True)
                kept = [
                    {"actor": one.actor, "span": one.span, "say_so": [asdict(say) for say in one.say_so]} for one in there if one.span not in shown
                ]
                own = {one.span: {"actor": one.actor, "span": one.span, "say_so": [asdict(say) for say in one.say_so]} for one in there}
                values[field] = [own.get(span) or self._actor(span) for span in self._spans(event.id, label)] + kept
        if self._differs(event.id, "Place"):
            shown_places = {self._place(span) for span in self._spans(event.id, "Place", before=True)}
            kept_places = [place for place in event.where if place not in shown_places]
            values["where"] = list(dict.fromkeys([*map(self._place, self._spans(event.id, "Place")), *kept_places]))
        if self._differs(event.id, "Time"):
            values |= self._when(event.id)
        if self._differs(event.id, "Toll"):
            values["toll"] = list(self._tolls(event))
        return values

    def _statement(self, statement: Statement) -> dict[str, Any]:
        """The fields of a statement that its marks change."""
        values = self._chosen(statement.id, "Cue")
        if self._differs(statement.id, "Cue") and (spans := self._spans(statement.id, "Cue")):
            values["cue"] = list(spans[0])
        if self._differs(statement.id, "Content"):
            values["content"] = [list(span) for span in self._spans(statement.id, "Content")]
        if self._differs(statement.id, "Speaker"):
            values["speaker"] = next((self._actor(span) for span in self._spans(statement.id, "Speaker")), None)
        return values

    def _chosen(self, owner: str, label: str) -> dict[str, Any]:
        """What was chosen otherwise for the trigger or cue; nothing chosen where something was shown means none."""
        old, new = (next((r.choices for r in marks.get(owner, ()) if r.label == label), None) for marks in (self.before, self.after))
        if old is None or new is None:
            return {}
        return {name: new.get(name) for name in _CHOICES[label] if new.get(name) != old.get(name) and (name == "mode" or name in new)}

    def _spans(self, owner: str, *labels: str, before: bool = False) -> list[Span]:
        marks = self.before if before else self.after
        return sorted({region.span for region in marks.get(owner, ()) if region.label in labels})

    def _differs(self, owner: str, label: str) -> bool:
        """Whether the marks are others than were shown; of a toll, what was chosen for it counts too."""
        old, new = (
            sorted((region.span, region.choices.get("toll", "")) for region in marks.get(owner, ()) if region.label == label)
            for marks in (self.before, self.after)
        )
        return old != new

    def _actor(self, span: Span) -> dict[str, Any]:
        """The actor mentioned there, or a new one by the words that are marked."""
        known = next((actor.id for actor in self.record.actors if any(_overlap(span, mention) for mention in actor.mentions)), None)
        return {"actor": known, "span": list(span)} if known else {"name": f"{self.text[slice(*span)]} ()", "span": list(span)}

    def _place(self, span: Span) -> str:
        known = next((place.id for place in self.record.places if any(_overlap(span, mention) for mention in place.mentions)), None)
        return known or f"{self.text[slice(*span)]} ()"

    def _when(self, owner: str) -> dict[str, Any]:
        spans = self._spans(owner, "Time")
        if not spans:
            return {"when": None}
        for time in self.record.times:
            if _overlap(time.span, spans[0]):
                return {"when": {"start": time.start, "end": time.end, "span": list(time.span), "time": time.id}}
        self._remark(f"{self.text[slice(*spans[0])]!r} is no time that Sayso could read; give the event's date with `sayso correct --set when=`.")
        return {}

    def _tolls(self, event: Event) -> Iterator[dict[str, Any]]:
        marks = [region for region in self.after.get(event.id, ()) if region.label == "Toll"]
        for region in sorted(marks, key=lambda region: region.span):
            kind = region.choices.get("toll")
            old = next((toll for toll in event.toll if toll.span == region.span and kind in (None, toll.kind)), None)
            words = self.text[slice(*region.span)].lower().replace(",", "").split()
            found = next((quantity for at in range(len(words)) if (quantity := load_numbers().quantity(words, at))), None)
            if old:
                yield asdict(old)
            elif kind and found:
                yield {"kind": kind, "min": found.min, "max": found.max, "who": None, "span": list(region.span), "say_so": []}
            else:
                self._remark(f"the toll {' '.join(words)!r} needs a number in it, and a choice of killed, injured, captured or displaced.")

    def _remark(self, sentence: str) -> None:
        self.remarks.append(f"{self.where}: {sentence}")


def _by_owner(marks: list[Region]) -> dict[str, list[Region]]:
    """Regions by what they belong to; those of something new by the region that stands for it."""
    found: dict[str, list[Region]] = {}
    for region in marks:
        found.setdefault(region.owner or region.id, []).append(region)
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
