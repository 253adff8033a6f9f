"""The staff screens of day limits: which trails share one, and how full its coming days are."""

from django import forms
from django.contrib.admin.utils import quote
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log

from bookings import quotas
from bookings.errors import BookingError
from bookings.models import QuotaZone
from bookings.staff_views.action_view import ActionView
from bookings.staff_views.scoping import OfOwnSide
from bookings.staff_views.viewset import BookingModelViewSet
from content.base.field_help import HelpfulForm
from content.base.formats import comma, format_date
from content.base.panels import translated_panel
from content.reserve.models import Side
from content.trails.models import Trail

LONGEST_DAYS = 366


class QuotaZoneForm(HelpfulForm, WagtailAdminModelForm):
    trails = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Trails"),
        queryset=Trail.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "All trails that lead through; a trail may stand in several limits."
        ),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = getattr(self.for_user, "side", "") or self.instance.side_id
        sides, trails = Side.objects.all(), Trail.objects.defer("track").order_by("side", "order")
        self.fields["side"].queryset = sides.filter(pk=own) if own else sides
        self.fields["side"].initial = own
        self.fields["trails"].queryset = trails.filter(side=own) if own else trails
        if not self.instance._state.adding:
            self.fields["side"].disabled = True  # its trails are of that country
            self.fields["trails"].initial = [one.trail_id for one in self.instance.members.all()]

    def clean(self) -> dict:
        data = super().clean()
        side, trails = data.get("side"), data.get("trails")
        if side and trails and any(trail.side_id != side.pk for trail in trails):
            self.add_error("trails", _("All trails of a limit lie in one country."))
        return data


QUOTA_PANELS = ObjectList(
    [
        translated_panel("name"),
        FieldRowPanel([FieldPanel("usual_limit"), FieldPanel("side")]),
        FieldPanel("trails"),
    ],
    base_form_class=QuotaZoneForm,
)


def trails_of(zone: QuotaZone) -> str:
    numbers = [member.trail_id for member in zone.members.all()]
    return comma().join(map(str, Trail.objects.defer("track").filter(pk__in=numbers)))


class QuotaIndexView(OfOwnSide, generic.IndexView):
    @cached_property
    def columns(self):
        title_class = self._get_title_column_class(generic.models.TitleColumn)
        return [
            title_class(
                "name", label=pgettext_lazy("day limit", "Name"), get_url=self.get_inspect_url
            ),
            Column("usual_limit", label=gettext_lazy("People a day"), accessor="usual_limit"),
            Column("trails", label=gettext_lazy("Trails"), accessor=trails_of),
        ]


class SavesZone:
    """Save the zone with its trails under the locks; what is taken meanwhile may refuse it."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except BookingError as error:
            form.add_error(None, error.message)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def save_instance(self):
        zone = self.form.save(commit=False)
        trails = [trail.pk for trail in self.form.cleaned_data["trails"]]
        limits = quotas.own_limits(zone, timezone.now()) if zone.pk else {}
        return quotas.save_zone(zone, trails, limits)


class QuotaCreateView(SavesZone, OfOwnSide, generic.CreateView):
    pass


class QuotaEditView(SavesZone, OfOwnSide, generic.EditView):
    pass


class QuotaInspectView(OfOwnSide, generic.InspectView):
    """A limit with its coming days."""

    template_name = "bookings/staff/quota.html"

    def get_fields(self):
        return []

    @cached_property
    def header_buttons(self):
        if not self.user_has_permission("change"):
            return []
        pk = [quote(self.object.pk)]
        return [
            HeaderButton(_("Edit"), url=self.get_edit_url(), icon_name="edit"),
            HeaderButton(
                _("Limit of single days"), url=reverse("quota:days", args=pk), icon_name="calendar"
            ),
        ]

    def get_context_data(self, **kwargs):
        days = self.object.days.coming(timezone.now()).in_order()
        return super().get_context_data(
            trails=trails_of(self.object),
            days=[(format_date(row.day, "yMMMEd"), row) for row in days],
            **kwargs,
        )


class SingleDaysForm(forms.Form):
    """From which day to which another limit holds."""

    first_day = forms.DateField(label=gettext_lazy("First day"), widget=AdminDateInput)
    last_day = forms.DateField(label=gettext_lazy("Last day"), widget=AdminDateInput)
    people = forms.IntegerField(
        label=gettext_lazy("People a day"),
        min_value=0,
        max_value=9999,
        required=False,
        help_text=gettext_lazy("Empty: the usual limit again; 0: nobody can book."),
    )

    def clean(self) -> dict:
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first one."))
        elif first and last and (last - first).days >= LONGEST_DAYS:
            self.add_error("last_day", _("At most a year at once."))
        return data


class SingleDaysView(ActionView):
    page_title = gettext_lazy("Limit of single days")
    submit_label = gettext_lazy("Set the limit of these days")
    action_form_class = SingleDaysForm
    record_space = "quota"

    def records(self):
        return self.own(QuotaZone.objects.all())

    def subject(self) -> QuotaZone:
        return self.object

    def when(self) -> str:
        return _("usually %(count)d people a day") % {"count": self.object.usual_limit}

    def act(self, form: SingleDaysForm) -> str:
        data = form.cleaned_data
        quotas.set_days(self.object.pk, data["first_day"], data["last_day"], data["people"])
        log(instance=self.object, action="wagtail.edit", user=self.request.user)
        return _("The limit of these days is set.")


class QuotaViewSet(BookingModelViewSet):
    """Day limits: a zone that is not wanted any more loses its trails, its past days stay."""

    model = QuotaZone
    name = "quota"
    icon = "group"
    menu_label = gettext_lazy("Day limits")
    menu_order = 320
    ordering = ["side_id", "pk"]
    edit_handler = QUOTA_PANELS
    inspect_view_enabled = True
    copy_view_enabled = False
    index_view_class = QuotaIndexView
    add_view_class = QuotaCreateView
    edit_view_class = QuotaEditView
    inspect_view_class = QuotaInspectView
    inspect_template_name = "bookings/staff/quota.html"

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("edit/<int:pk>/", self.edit_view, name="edit"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("days/<int:pk>/", self.construct_view(SingleDaysView), name="days"),
        ]
