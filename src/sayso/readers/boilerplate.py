"""Lines and pieces of a text that are not the report: share buttons, cookie notes, captions, related stories, bylines.

They are marked, never cut out, so that offsets hold in the user's own file. A line is judged by itself; only lists under
"Related stories" and the like reach over several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.article import Span
from sayso.readers.dates import is_stamp

_LONGEST = 300
"""Lines with more characters are paragraphs; no paragraph is boilerplate as a whole."""
_WHOLE = frozenset(
    """share|tweet|print|email|e-mail|whatsapp|facebook|twitter|linkedin|telegram|pinterest|reddit|copy link|comments|comment
|save|bookmark|listen|advertisement|advertising|advert|sponsored|loading|menu|search|home|close|skip to content|skip to main content
|skip past newsletter promotion|after newsletter promotion|story continues below|article continues below|scroll to continue
|report ad|more|more>>|read more|read more>>|read next|top stories|most read|most popular|trending|tags|topics|newsletter
|story continues below advertisement|article continues after advertisement|continue reading|show more|load more|sign in|log in
|subscribe|register|this video can not be played|play video|watch|gallery|photos|video|reuters|afp|ap|agencies|staff reporter
|web desk|news desk|our correspondent|share this|share this article|share this story|share this post|share article""".replace("\n", "").split("|")
)
_LISTS = frozenset(
    """also read|also see|read also|see also|related|related stories|related articles|related news|related topics|related content
|related posts|related links|more from|more stories|more news|more on this story|more on this|you may also like|you might also like
|recommended|recommended stories|recommended for you|read more|most read|most popular|trending|trending now|latest stories|latest news
|top stories|editor's picks|editors' picks|in other news|other stories|suggested reading|further reading|what to read next""".replace("\n", "").split(
        "|"
    )
)
_STARTS = (
    r"share (?:this|on|via|with|to)\b|follow us\b|like us on|join (?:us on|our)\b|connect with us|click here|tap here|download (?:our|the) .{0,30}app"
    r"|listen to this|watch live|\d+[ -]min(?:ute)?s? read|skip to |advertisement\b|scroll down"
    r"|we use cookies|this (?:web)?site uses cookies|our (?:web)?site uses cookies|by (?:continuing|using|clicking|browsing|signing up)\b.{0,60}\byou (?:agree|accept|consent)"
    r"|accept (?:all )?cookies|manage (?:your )?(?:cookies|preferences|consent)|cookie (?:policy|settings|notice)|privacy (?:policy|notice)|terms (?:of|and) "
    r"|subscribe (?:to|now|for|today|here|and)\b|sign[ -]?up (?:for|to|here|now)\b|sign in to|log ?in to (?:read|continue|comment)|register (?:for free|now|to read)|create (?:a free|an) account"
    r"|already (?:a|have an?) (?:subscriber|member|account|subscription)|get (?:our|the) .{0,40}(?:newsletter|app|inbox|alerts)|become a (?:member|subscriber|supporter)"
    r"|support (?:our|independent|quality) journalism|to (?:continue|keep) reading|you have .{0,20}free articles?|unlock this article|enable (?:javascript|notifications)|please enable"
    r"|have a (?:story|tip|news tip)|do you have (?:a story|any information)|contact (?:us|the (?:writer|author|reporter|editor)) at|send (?:us )?(?:your )?(?:tips|feedback)|e-?mail us at"
    r"|read more|read also|read the full|read:|also read|also see|see also|see more|more on this|more:|more>>|related:|related (?:stories|articles|news|coverage)\b|recommended:|watch:|listen:|in pictures:|explainer:"
    r"|©|\(c\) ?(?:19|20)\d\d|copyright\b|all rights reserved|©️"
    r"|reporting by\b|\(?(?:additional )?reporting by\b|editing by\b|writing by\b|compiled by\b|edited by\b|with (?:additional )?(?:inputs|reporting) (?:from|by)\b|\(?with (?:inputs|reporting) (?:from|by)\b"
    r"|\(?this (?:article|story|report|piece) (?:was|has been|is) (?:written|published|auto-generated|first published|originally published|reported|edited|updated)\b|this article (?:first|originally) appeared|the post .{0,120} appeared first"
    r"|photo(?:graph)?s?(?: by| credit| courtesy)?\s*[:/|]|image(?:s)?(?: credit)?\s*[:/|]|picture(?:s)?\s*[:/|]|file (?:photo|picture|image|pic)\b|\[?(?:photo|image|file photo)\b[^.]{0,60}\]|caption:|photo by |photo courtesy|\(?(?:ap|afp|reuters|epa|xinhua) photo\b"
    r"|(?:published|posted|updated|last updated|first published|last modified)(?: on| at)?\s*:"
)
_START = re.compile(rf"(?:{_STARTS})", re.IGNORECASE)
_ENDS = re.compile(
    r"(?:[\[(][^\])\n]{0,60}(?:reuters|\bafp\b|\bap\b|\bepa\b|getty|al jazeera|xinhua|\bfile\b|shutterstock|photo)[^\])\n]{0,60}[\])]|getty images|/ ?afp|/ ?reuters"
    r"|file (?:photo|picture|image)|ap photo|all rights reserved|read more|more>>)[.\s]*$",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w’'.-]*|al|el|bin|de|van|von|der|da|ul|du|la)"
_BYLINE = re.compile(
    rf"(?:by|BY|By|From|FROM) {_NAME}(?: {_NAME}){{0,4}}(?:(?:,| and| &| AND| in| IN| at|\s*[|/-]|,? for) (?:the |The )?{_NAME}(?: {_NAME}){{0,4}}){{0,4}}\s*$"
)
_CREDIT = re.compile(r"\s*(?:[-–—]+\s?|\()(?:[A-Z][\w.]*(?:[ /&-]+[A-Z][\w.]*){0,3}|[A-Z]?[\w]+\.(?:com|online|net|org))\)?\.?\s*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_PLACE = r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,3}"
_AGENCY = r"\((?:[A-Z][\w./&-]*|the)(?:[ /][\w.&]+){0,4}\)"
_DAY = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\.? \d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*)(?:,? (?:\d{4}|\d{2}\b))?"
_DASH = r"(?:\s*(?:--+|[–—])\s*|\s+[-_]+\s+|-\s+)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:[,/] ?{_PLACE}){{0,2}},? )?{_DAY},?(?: {_AGENCY})?(?:{_DASH}|:\s+)"
    rf"|(?:{_PLACE}(?:[,/] ?{_PLACE}){{0,2}},? )?(?:{_DAY},? )?{_AGENCY}(?:{_DASH}|:\s+)"
    rf"|(?:[A-Z][A-Z’'.-]+ ){{0,3}}{_AGENCY}\s+(?=[A-Z“\"])"
    rf"|(?P<capitals>[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){{0,3}}(?:, [A-Z][\w’'.]+(?: [A-Z][\w’'.]+)?)?)(?:{_DASH}|: )(?:{_DAY}: )?(?=\S)"
)
_FIRST_LINES, _LAST_LINES, _LONGEST_LIST = 5, 3, 10


def find_boilerplate(text: str) -> tuple[Span, ...]:
    """Spans of the text that belong to the page or the newsroom and not to the report, sorted, none overlapping.

    Datelines ("ANKARA, Dec 14 (Reuters) -") and bylines are among them, and so are agency credits at the very end.
    """
    lines = list(_lines(text))
    found: list[Span] = []
    listed = 0
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        listed = listed - 1 if listed and not _SENTENCE_END.search(line) and len(line) < 160 else 0
        edge = number < _FIRST_LINES or number >= len(lines) - _LAST_LINES
        if _is_list_heading(line):
            found.append((start, end))
            listed = _LONGEST_LIST
        elif listed or is_boilerplate(line) or (edge and _is_edge(line)):
            found.append((start, end))
    found.extend(_dateline(text, lines, found))
    found.extend(_credit(text, lines, found))
    return tuple(sorted(found))


def is_boilerplate(line: str) -> bool:
    """Whether a line is none of the report, whatever stands around it."""
    if len(line) > _LONGEST:
        return False
    low = line.lower().strip(" \t:|.!…>»•-*")
    if low in _WHOLE or _URL.match(line):
        return True
    return bool(_START.match(line) or _ENDS.search(line))


def _lines(text: str) -> Iterator[Span]:
    """The lines with something on them, without the white space around it."""
    for match in re.finditer(r"[^\r\n]+", text):
        inner = match[0].strip()
        if inner:
            start = match.end() - len(match[0].lstrip())
            yield start, start + len(inner)


def _is_list_heading(line: str) -> bool:
    return len(line) < 40 and line.lower().strip(" \t:|>»•-*") in _LISTS


def _is_edge(line: str) -> bool:
    """Bylines and dates on a line of their own, at the head or the foot of a report."""
    return len(line) < 120 and bool(_BYLINE.match(line) or is_stamp(line))


def _dateline(text: str, lines: list[Span], found: list[Span]) -> list[Span]:
    """The dateline at the head of the first paragraph, or of the second where the first is a headline."""
    skipped = set(found)
    for start, end in [line for line in lines if line not in skipped][:2]:
        head = text[start : min(end, start + 90)]
        if not (match := _DATELINE.match(head)) or match.end() == end - start:
            continue
        if match["capitals"] and text[start + match.end() : end].isupper():
            continue  # everything is in capitals, so these may be words of the sentence
        return [(start, start + len(match[0].rstrip()))]
    return []


def _credit(text: str, lines: list[Span], found: list[Span]) -> list[Span]:
    """The agency named after the last sentence ("… he said. - Reuters")."""
    skipped = set(found)
    for start, end in [line for line in lines if line not in skipped][-1:]:
        last = max((match.end() for match in re.finditer(r"[.!?][\"'”’]*(?=\s*[-–—(])", text[start:end])), default=None)
        if last and (match := _CREDIT.fullmatch(text, start + last, end)):
            return [(match.end() - len(match[0].lstrip()), end)]
    return []
