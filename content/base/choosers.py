"""The chooser of a fact, in the language of whoever reads; Wagtail's keeps the language of the start."""

from django.db.models import Model
from django.utils.functional import cached_property, lazy
from django.utils.translation import gettext
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser


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


class FactChooserViewSet(SnippetChooserViewSet):
    @cached_property
    def widget_class(self) -> FactChooser:
        return FactChooser(model=self.model, icon=self.icon)
