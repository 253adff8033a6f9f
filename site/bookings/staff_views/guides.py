"""The staff screens of guides: who they are, and which walks they lead."""

from datetime import timedelta

from django import forms
from django.contrib.admin.utils import quote
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from bookings import guiding
from bookings.calendar_feeds import guide_feed_url
from bookings.models import Guide
from bookings.models.trails import side_along
from bookings.staff_views.action_view import ActionView
from bookings.staff_views.filters import GuideFilterSet
from bookings.staff_views.scoping import OfOwnSide
from bookings.staff_views.viewset import BookingModelViewSet
from bookings.wording import GUIDE_LANGUAGES, languages_text, staff_when_text, state_text
from bookings.zones import person_zone
from content.base.field_help import HelpfulForm
from content.reserve.models import Side

LOOK_BACK = timedelta(days=30)


class GuideForm(HelpfulForm, WagtailAdminModelForm):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        choices=GUIDE_LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = getattr(self.for_user, "side", "")
        sides, accounts = Side.objects.all(), self.fields["user"].queryset.filter(is_active=True)
        self.fields["side"].queryset = sides.filter(pk=own) if own else sides
        self.fields["user"].queryset = accounts.filter(side=own) if own else accounts
        if own:
            self.fields["side"].initial = own
        if not self.instance._state.adding:
            self.fields["side"].disabled = True  # walks of that country are theirs


GUIDE_PANELS = ObjectList(
    [
        FieldRowPanel([FieldPanel("name"), FieldPanel("side")]),
        FieldPanel("languages"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("user")]),
        FieldPanel("is_active"),
    ],
    base_form_class=GuideForm,
)


class GuideIndexView(OfOwnSide, generic.IndexView):
    def get_base_queryset(self):
        return side_along(super().get_base_queryset())

    @cached_property
    def columns(self):
        title_class = self._get_title_column_class(generic.models.TitleColumn)
        return [
            title_class(
                "name",
                label=pgettext_lazy("person", "Name"),
                accessor="name",
                sort_key="name",
                get_url=self.get_inspect_url,
            ),
            Column("side", label=gettext_lazy("Side"), accessor="side", sort_key="side"),
            Column(
                "languages",
                label=gettext_lazy("Languages"),
                accessor=lambda guide: languages_text(guide.languages),
            ),
            Column("phone", label=gettext_lazy("Telephone"), accessor="phone"),
            BooleanColumn("is_active", label=gettext_lazy("Leads walks"), accessor="is_active"),
        ]


class GuideCreateView(OfOwnSide, generic.CreateView):
    pass


class GuideEditView(OfOwnSide, generic.EditView):
    def save_instance(self):
        return guiding.change_guide(self.form.save(commit=False))


class GuideInspectView(OfOwnSide, generic.InspectView):
    """A guide with the walks of the last weeks and those to come."""

    template_name = "bookings/staff/guide.html"

    def get_fields(self):
        return []

    @cached_property
    def header_buttons(self):
        url = self.get_edit_url()
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []

    @cached_property
    def header_more_buttons(self):
        if not self.user_has_permission("change"):
            return []
        url = reverse("guide:renew", args=[quote(self.object.pk)])
        return [Button(_("New address of the calendar"), url=url, icon_name="rotate")]

    def get_context_data(self, **kwargs):
        since = timezone.now() - LOOK_BACK
        walks = self.object.walks.with_trail().filter(starts_at__gt=since).order_by("starts_at")
        zone = person_zone(self.request.user)
        return super().get_context_data(
            languages=languages_text(self.object.languages),
            feed_url=guide_feed_url(self.object),
            walks=[(one, staff_when_text(one, zone), state_text(one)) for one in walks],
            **kwargs,
        )


class RenewFeedView(ActionView):
    page_title = gettext_lazy("New address of the calendar")
    submit_label = gettext_lazy("Make a new address, close the old one")
    action_form_class = forms.Form
    record_space = "guide"
    is_dangerous = True

    def records(self):
        return self.own(side_along(Guide.objects.all()))

    def subject(self) -> Guide:
        return self.object

    def when(self) -> str:
        return languages_text(self.object.languages)

    def act(self, form: forms.Form) -> str:
        guiding.renew_feed(self.object)
        return _("The calendar has a new address; the old one is closed.")


class GuideViewSet(BookingModelViewSet):
    """Guides: never deleted while walks name them; who leaves leads no more walks."""

    model = Guide
    name = "guide"
    icon = "user"
    menu_label = gettext_lazy("Guides")
    menu_order = 300
    ordering = ["name", "pk"]
    filterset_class = GuideFilterSet
    edit_handler = GUIDE_PANELS
    inspect_view_enabled = True
    copy_view_enabled = False
    index_view_class = GuideIndexView
    add_view_class = GuideCreateView
    edit_view_class = GuideEditView
    inspect_view_class = GuideInspectView
    inspect_template_name = "bookings/staff/guide.html"

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("renew/<int:pk>/", self.construct_view(RenewFeedView), name="renew"),
        ]
