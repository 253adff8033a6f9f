"""Staff screens of facts that belong to one side."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel, TabbedInterface
from wagtail.snippets.views.snippets import EditView, InspectView, SnippetViewSet

from content.base.choices import SideCode
from content.base.choosers import FactChooserViewSet
from content.base.fact_lists import FactIndexView
from content.base.field_help import HelpfulForm
from content.base.overtaking import OPENED_ON, NoticesOvertaking
from content.base.panels import LacksPanel
from content.base.permissions import SIDE_LANGUAGES, SidePermissionPolicy
from content.base.texts.columns import text_fields
from content.base.tidying import TidyForm


class OwnSideView:
    """Asks for the right to one record, not to its kind; Wagtail's own views ask for the kind only."""

    permission_policy: SidePermissionPolicy

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "pk" in kwargs and not self._may_act_on(self._record(kwargs["pk"])):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def _record(self, pk) -> Model:
        return get_object_or_404(self.model, pk=unquote(str(pk)))

    def _may_act_on(self, record: Model) -> bool:
        required = getattr(self, "permission_required", None)
        actions = [required] if required else self.any_permission_required or ["change"]
        return self.permission_policy.user_has_any_permission_for_instance(
            self.request.user, actions, record
        )

    def _may(self, action: str, record: Model) -> bool:
        return self.permission_policy.user_has_permission_for_instance(
            self.request.user, action, record
        )


class OwnSideIndexView(OwnSideView):
    """Offers only the buttons that will be answered."""

    def get_edit_url(self, instance: Model) -> str | None:
        return super().get_edit_url(instance) if self._may("change", instance) else None

    def get_copy_url(self, instance: Model) -> str | None:
        return super().get_copy_url(instance) if self._may("add", instance) else None

    def get_delete_url(self, instance: Model) -> str | None:
        return super().get_delete_url(instance) if self._may("delete", instance) else None


class OwnSideFormView(OwnSideView):
    """Offers only own sides to choose, and to a translator of the other side only their language's texts."""

    def get_form(self, form_class=None) -> ModelForm:
        form = super().get_form(form_class)
        user = self.request.user
        if user.side and not user.is_superuser:
            record = form.instance
            if record.pk and self.permission_policy.only_translates(user, record):
                leave_only_texts_in(form, SIDE_LANGUAGES[SideCode(user.side)])
            else:
                offer_only_side(form, self.permission_policy.side_path, user.side)
        return form


def offer_only_side(form: ModelForm, side_path: str, side: str) -> None:
    """Narrow the choice of the field that decides to whom the record belongs."""
    name, _separator, rest = side_path.partition("__")
    field = form.fields.get(name)
    if field is None:
        return
    if hasattr(field, "queryset"):
        field.queryset = field.queryset.filter(**{rest or "pk": side})
    elif hasattr(field, "choices"):  # kept as a code; empty stands for both
        field.choices = [(code, label) for code, label in field.choices if code in ("", side)]


def leave_only_texts_in(form: ModelForm, language: str) -> None:
    """Disable every field but the columns of one language, in the form and in the lists within it."""
    suffix = f"_{language.replace('-', '_')}"
    for name, field in form.fields.items():
        if not name.endswith(suffix) and name != OPENED_ON:
            field.disabled = True
    for formset in getattr(form, "formsets", {}).values():
        _leave_only_texts_in_list(formset, language)


def _leave_only_texts_in_list(formset: BaseInlineFormSet, language: str) -> None:
    """Do the same in a list, which keeps its entries and their order."""
    kept = formset.initial_form_count()
    formset.extra, formset.max_num, formset.absolute_max = 0, kept, kept
    for form in formset.forms:
        key = form.fields.get(form._meta.model._meta.pk.name)
        leave_only_texts_in(form, language)
        if key is not None:
            key.disabled = False


class FactInspectView(InspectView):
    """Shows what is there to read: yes and no in words, no machine identifier."""

    def get_fields(self) -> list[str]:
        return [name for name in super().get_fields() if name != "uuid"]

    def get_field_display_value(self, field_name: str, field):
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, bool):
            return gettext("Yes") if value else gettext("No")
        return value


class FactEditView(NoticesOvertaking, EditView):
    pass


class FactViewSet(SnippetViewSet):
    """A snippet whose path begins with "Home" in the reader's language; Wagtail's keeps the language of the start."""

    chooser_viewset_class = FactChooserViewSet
    index_view_class = FactIndexView
    inspect_view_class = FactInspectView
    edit_view_class = FactEditView

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        """Return the form of the panels, which tidies what was pasted into it and helps where one could go wrong."""
        form = super().get_form_class(for_update)
        return type(form)(form.__name__, (HelpfulForm, TidyForm, form), {"Meta": form.Meta})

    @property
    def breadcrumbs_items(self) -> list[dict]:
        return [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}]

    def get_edit_handler(self) -> Panel | None:
        """Put what the texts lack above the form."""
        handler = super().get_edit_handler()
        if handler is not None and text_fields(self.model):
            first = handler.children[0] if isinstance(handler, TabbedInterface) else handler
            first.children.insert(0, LacksPanel().bind_to_model(self.model))
        return handler


class SideOwnedViewSet(FactViewSet):
    """A snippet whose records belong to one side: seen by both unless told otherwise, changed by their own."""

    side_path = "side"
    shows_other_side = True
    inspect_view_enabled = True

    @property
    def permission_policy(self) -> SidePermissionPolicy:
        return SidePermissionPolicy(
            self.model, side_path=self.side_path, shows_other_side=self.shows_other_side
        )

    def construct_view(self, view_class, **kwargs):
        """Give every view of this set the rule of sides."""
        rule = OwnSideView
        if issubclass(view_class, self.index_view_class):
            rule = OwnSideIndexView
        elif issubclass(view_class, (self.add_view_class, self.edit_view_class)):
            rule = OwnSideFormView
        return super().construct_view(type(view_class.__name__, (rule, view_class), {}), **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet | None:
        if self.shows_other_side:
            return None
        return self.permission_policy.instances_user_has_any_permission_for(
            request.user, ["add", "change", "delete", "view"]
        )
