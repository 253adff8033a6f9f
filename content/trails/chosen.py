"""Doing one thing to several chosen rows of a list, in Wagtail's way."""

from django.utils.functional import Promise
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction


class ChosenAction(SnippetBulkAction):
    """Shows the chosen rows and says what will become of them; those of the other side are left as they are."""

    template_name = "trails/staff/chosen.html"
    action_priority = 10
    heading: Promise
    outcome: Promise
    button: Promise
    is_serious = False

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs, action=self)
