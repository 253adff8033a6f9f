"""Names of what Wagtail makes in one language, said in the reader's own.

Wagtail asks a collection for its name and a page for its title wherever it shows them: in filters, forms, choosers,
lists and breadcrumbs. So these are the two places where all of them can be answered.
"""

from copy import copy

from django.contrib.auth.models import Group
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.models import Collection, Page

from staff.roles import SHELF_NAMES, group_label

_indented_name = Collection.get_indented_name
_admin_title = Page.get_admin_display_title


def collection_name(collection: Collection) -> str:
    """Return a collection's name; those that every site has are named in the reader's language."""
    if collection.is_root():
        return _("Without a collection")
    return str(SHELF_NAMES.get(collection.name, collection.name))


def indented_collection_name(collection: Collection, *args, **kwargs) -> str | SafeString:
    named = copy(collection)
    named.name = collection_name(collection)
    return _indented_name(named, *args, **kwargs)


def group_name(group: Group) -> str:
    return group_label(group.name)


def page_name(page: Page) -> str:
    """Return a page's title; the root above the three home pages has one that nobody wrote."""
    return _("All languages") if page.is_root() else _admin_title(page)


def name_in_readers_language() -> None:
    """Let Wagtail's own records answer with these names."""
    Collection.__str__ = collection_name
    Group.__str__ = group_name
    Collection.get_indented_name = indented_collection_name
    Page.get_admin_display_title = page_name
    ChooserViewSet.search_tab_label = gettext_lazy("Search")  # fixed in English at the start
