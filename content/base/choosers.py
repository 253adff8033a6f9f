"""The chooser of a fact, in the language of whoever reads; Wagtail's keeps the language of the start, and asks nobody.

Who may work with pages chooses facts for them; everybody else, those they may see. What one side keeps to itself, such
as what visitors wrote to it, is chosen by nobody.
"""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property, lazy
from django.utils.translation import gettext
from wagtail.permissions import page_permission_policy
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.utils.urlpatterns import decorate_urlpatterns

ANY_RIGHT = ("add", "change", "delete", "view")


def _say(text: str, model: type[Model]) -> str:
    return gettext(text) % {"object": model._meta.verbose_name}


_say_lazily = lazy(_say, str)


class FactChooser(AdminSnippetChooser):
    """A field that chooses a fact, with the words of its buttons translated when they are shown."""

    def __init__(self, model: type[Model], **kwargs) -> None:
        super().__init__(model, **kwargs)
        self.choose_one_text = _say_lazily("Choose %(object)s", model)
        self.choose_another_text = _say_lazily("Choose another %(object)s", model)
        self.link_to_chosen_text = _say_lazily("Edit this %(object)s", model)


def may_choose(user, model: type[Model]) -> bool:
    """Say whether a person may look through the records of a kind in order to choose one."""
    policy = model.snippet_viewset.permission_policy
    if not getattr(policy, "shows_other_side", True):
        return False
    writes = page_permission_policy.user_has_any_permission(user, ("add", "change"))
    return writes or policy.user_has_any_permission(user, ANY_RIGHT)


class FactChooserViewSet(SnippetChooserViewSet):
    def get_urlpatterns(self) -> list:
        return decorate_urlpatterns(super().get_urlpatterns(), self._only_for_choosers)

    def _only_for_choosers(self, view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not may_choose(request.user, self.model):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    @cached_property
    def widget_class(self) -> FactChooser:
        return FactChooser(model=self.model, icon=self.icon)
