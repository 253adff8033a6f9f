"""The explorer and the search for pages: Wagtail's own, with one more column."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from staff.explorer.tongues import Tongues


class TonguesColumn(BaseColumn):
    """The three languages of a page: which are missing, begun, or behind; each leads to its translation."""

    cell_template_name = "staff/explorer/tongues_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context) -> dict:
        context = super().get_cell_context_data(instance, parent_context)
        table, user = parent_context["table"], parent_context["request"].user
        if not hasattr(table, "tongues"):  # asked for all its rows at once
            table.tongues = Tongues(user, [page for page in table.data if page.depth > 1])
        return context | {"tongues": table.tongues.of(instance)}


def with_tongues(columns: Iterable[Column]) -> list[Column]:
    """Put the languages before the status of a page."""
    found = list(columns)
    place = next((n for n, column in enumerate(found) if column.name == "status"), len(found))
    column = TonguesColumn("tongues", label=_("Languages"), width="12%")
    return [*found[:place], column, *found[place:]]


class Explorer(ExplorableIndexView):
    base_columns = with_tongues(ExplorableIndexView.base_columns)


class PageSearch(SearchView):
    columns = with_tongues(SearchView.columns)

    def get_context_data(self, **kwargs) -> dict:
        """Name what is counted in the head of the table; Wagtail's search says “None”."""
        options = Page._meta
        named = {
            "verbose_name": options.verbose_name,
            "verbose_name_plural": options.verbose_name_plural,
        }
        return super().get_context_data(**kwargs) | named


class ExplorerViewSet(PageViewSet):
    """Answers wherever no kind of page has a list of its own."""

    model = Page
    name = "pages"
    index_view_class = Explorer


explorer = ExplorerViewSet()
