"""What the list of translation work shows of a page, in the reader's language."""

from django.middleware.csrf import get_token
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, Table

from content.base.languages import LANGUAGE_NAMES, html_lang
from staff.translating.exchange.archives import goes_out
from staff.translating.work import PageWork


def source_language(row: PageWork) -> str:
    return LANGUAGE_NAMES[row.source_language]


def state(row: PageWork) -> str:
    return str(_("With the moderators") if row.is_submitted else row.state.label)


def progress(row: PageWork) -> str:
    """Return “3 of 8”; nothing for a page that has no segments."""
    if row.total is None:
        return ""
    return str(_("%(done)d of %(total)d") % {"done": row.done, "total": row.total})


def age(row: PageWork) -> str:
    """Return how long a page has waited, in one unit."""
    return timesince(row.since, depth=1) if row.since else ""


class ChoiceCell(Column):
    """A box for each page that can go to an agency; the boxes belong to the form above the table."""

    cell_template_name = "staff/translating/choice_cell.html"
    header_template_name = "staff/translating/choice_head.html"

    def get_cell_context_data(self, instance, parent_context) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        languages = parent_context["table"].languages
        return context | {"work": instance, "may_go": goes_out(instance, languages)}


class TitleCell(Column):
    """The title, and the one step from here: open the translation or begin it."""

    cell_template_name = "staff/translating/title_cell.html"

    def get_cell_context_data(self, instance, parent_context) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {
            "work": instance,
            "lang": html_lang(instance.source_language),
            "may_begin": instance.language in parent_context["table"].languages,
            "csrf_token": get_token(parent_context["request"]),
        }


class WorkTable(Table):
    """The table of pages to translate, which knows the languages its reader may translate into."""

    def __init__(self, *args, languages: list[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages


class StateCell(Column):
    cell_template_name = "staff/translating/state_cell.html"


class ProgressCell(Column):
    cell_template_name = "staff/translating/progress_cell.html"


COLUMNS = [
    ChoiceCell("choice", label=_("For an outside agency")),
    TitleCell("title", label=_("Title"), sort_key="title", width="30%"),
    Column("kind", label=pgettext_lazy("pages", "Kind"), sort_key="kind"),
    Column(
        "source_language",
        label=pgettext_lazy("language", "From"),
        accessor=source_language,
        sort_key="source_language",
    ),
    StateCell(
        "state", label=pgettext_lazy("translation", "State"), accessor=state, sort_key="state"
    ),
    ProgressCell("progress", label=_("Translated"), accessor=progress),
    Column("age", label=_("Waits for"), accessor=age, sort_key="age"),
    Column(
        "importance",
        label=_("Importance"),
        accessor=lambda row: row.importance.label,
        sort_key="importance",
    ),
]

# What each sort key of the columns sorts by; the rest of the order is that of the list.
SORTED_BY = {
    "title": lambda row: row.title.casefold(),
    "kind": lambda row: str(row.kind),
    "source_language": source_language,
    "state": lambda row: list(type(row.state)).index(row.state),
    "age": lambda row: -(row.since.timestamp() if row.since else 0.0),
    "importance": lambda row: row.importance.rank,
}
