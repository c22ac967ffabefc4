"""Stories: events of a dataset that are one happening, however many outlets report it, and one record for each."""

from sayso.dataset.stories.linking import Linked, Progress, group, link, story_id
from sayso.dataset.stories.reports import Report, read_reports

__all__ = ["Linked", "Progress", "Report", "group", "link", "read_reports", "story_id"]
