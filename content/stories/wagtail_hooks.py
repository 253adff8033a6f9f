from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from content.base.formats import format_list
from content.base.panels import translated_fields
from content.base.viewsets import FactViewSet, SideOwnedViewSet
from content.stories.models import Author, Topic
from content.stories.queries import stories_signed_by


class AuthorViewSet(SideOwnedViewSet):
    model = Author
    icon = "user"
    menu_label = _("Authors")
    list_display = ["name", "role", "side"]
    list_filter = ["side"]
    search_fields = ["slug", *translated_fields("name")]
    search_backend_name = None
    list_export = ["slug", "side_id", *translated_fields("name"), *translated_fields("role")]
    export_filename = "authors"


class TopicViewSet(FactViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name", "slug", Column("order", label=_("order"), sort_key="order")]
    search_fields = ["slug", *translated_fields("name")]
    search_backend_name = None
    list_export = ["slug", *translated_fields("name"), "order"]
    export_filename = "topics"


class StoryGroup(SnippetViewSetGroup):
    items = (AuthorViewSet, TopicViewSet)
    menu_label = _("Stories")
    menu_name = "stories"
    menu_icon = "story"
    menu_order = 250


register_snippet(StoryGroup)


@hooks.register("before_delete_snippet")
def keep_authors_of_stories(request: HttpRequest, records: list) -> HttpResponse | None:
    """A story keeps the names it is signed with: an author goes only when no story and no draft names them."""
    authors = [record for record in records if isinstance(record, Author)]
    signed = [author.name for author in authors if stories_signed_by(author)]
    if not signed:
        return None
    text = _("Stories are signed by %(names)s. Take the name off them first.")
    messages.error(request, text % {"names": format_list(signed)})
    return redirect("wagtailsnippets_stories_author:list")
