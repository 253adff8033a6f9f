"""Names of workflows and tasks: kept in English, said in the reader's language.

Wagtail prints `workflow.name` and `task.name` in some thirty places; so the attribute itself answers.
"""

from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext, gettext_noop
from wagtail.models import Task, Workflow

from content.base.approvals import WORKFLOWS
from content.base.choices import SideCode

TASKS = {
    (SideCode.RU,): "Moderator of the Russian side",
    (SideCode.CN,): "Moderator of the Chinese side",
    (SideCode.RU, SideCode.CN): "A moderator of each side",
}
KNOWN = {
    gettext_noop("Moderation of the Russian side"),
    gettext_noop("Moderation of the Chinese side"),
    gettext_noop("Moderation of both sides"),
    gettext_noop("Moderator of the Russian side"),
    gettext_noop("Moderator of the Chinese side"),
    gettext_noop("A moderator of each side"),
}


class ReadersName(DeferredAttribute):
    """A name that is translated when it is one of ours, and stored in English also when a form sends it back."""

    def __get__(self, instance, cls=None):
        stored = super().__get__(instance, cls)
        return gettext(stored) if instance is not None and stored in KNOWN else stored

    def __set__(self, instance, value) -> None:
        instance.__dict__[self.field.attname] = stored_name(value)


def stored_name(name: str) -> str:
    """Return the English of one of our names in the active language; any other name as it is."""
    return next((known for known in KNOWN if name in (known, gettext(known))), name)


def name_workflows_in_readers_language() -> None:
    """Let workflows and tasks answer with these names, and the database keep the English ones."""
    for model in (Workflow, Task):
        field = model._meta.get_field("name")
        model.name = ReadersName(field)
        field.pre_save = lambda instance, add: instance.__dict__["name"]


__all__ = ["KNOWN", "TASKS", "WORKFLOWS", "name_workflows_in_readers_language", "stored_name"]
