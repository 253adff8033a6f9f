from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from content.base.panels import translated_fields
from content.base.viewsets import FactViewSet
from content.notices.models import PreparedPhrase


class PhraseViewSet(FactViewSet):
    model = PreparedPhrase
    icon = "openquote"
    menu_label = _("Prepared phrases")
    list_display = ["text", "kind", "order"]
    list_filter = ["kind"]
    search_fields = translated_fields("text")
    search_backend_name = None
    inspect_view_enabled = True
    ordering = ["kind", "order", "pk"]
    list_export = ["kind", "order", *translated_fields("text")]
    export_filename = "prepared-phrases"


register_snippet(PhraseViewSet)


@hooks.register("register_log_actions")
def notice_actions(actions) -> None:
    actions.register_action(
        "notices.publish", _("Publish an urgent notice"), _("Urgent notice published")
    )
    actions.register_action("notices.end", _("End an urgent notice"), _("Urgent notice ended"))
