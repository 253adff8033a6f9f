"""What only the tables together can say: that identifiers are unique, and lead to where they say."""

from django.utils.translation import gettext_lazy as _

from content.cameratraps.camtrapdp.checking.deployments import TWICE
from content.cameratraps.camtrapdp.problems import Problems
from content.cameratraps.camtrapdp.staging import Staging

NO_FILE = _("There is no file of this identifier in the table of media.")
OTHER_DEPLOYMENT = _("The file belongs to another deployment than the observation.")
_TWICE = """
SELECT r.file, r.row FROM {table} AS r
JOIN (SELECT id, MIN(rowid) AS first FROM {table} GROUP BY id HAVING COUNT(*) > 1) AS d ON d.id = r.id
WHERE r.rowid > d.first ORDER BY r.rowid
"""
_NO_FILE = """
SELECT o.file, o.row FROM observations AS o LEFT JOIN media AS m ON m.id = o.media
WHERE o.media IS NOT NULL AND m.id IS NULL ORDER BY o.rowid
"""
_OTHER_DEPLOYMENT = """
SELECT o.file, o.row FROM observations AS o JOIN media AS m ON m.id = o.media
WHERE m.deployment <> o.deployment ORDER BY o.rowid
"""


def check_across(staging: Staging, problems: Problems) -> None:
    """Ask the staging about keys."""
    questions = (
        (_TWICE.format(table="media"), "mediaID", TWICE),
        (_TWICE.format(table="observations"), "observationID", TWICE),
        (_NO_FILE, "mediaID", NO_FILE),
        (_OTHER_DEPLOYMENT, "mediaID", OTHER_DEPLOYMENT),
    )
    for question, name, reason in questions:
        for file, row in staging.ask(question):
            problems.add(file, row, name, reason)
