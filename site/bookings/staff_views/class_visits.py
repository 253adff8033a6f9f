"""The staff screens of schools' requests: what waits for an answer, and the answer."""

from django import forms
from django.contrib.admin.utils import quote
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from bookings.class_visits import verbs
from bookings.class_visits.lessons import chosen_lessons
from bookings.models import ClassVisit, VisitState
from bookings.parties import staff_actor
from bookings.phones import readable
from bookings.staff_views.action_view import ActionView
from bookings.staff_views.scoping import OfOwnSide
from bookings.staff_views.viewset import BookingModelViewSet
from bookings.wording import party_text
from content.base.formats import format_date
from content.base.languages import LANGUAGE_NAMES


class ClassVisitFilterSet(WagtailFilterSet):
    class Meta:
        model = ClassVisit
        fields = ["state"]


class AnswerForm(forms.Form):
    """Yes or no, and the words to the teacher."""

    state = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        choices=[
            (VisitState.AGREED, gettext_lazy("The class can come")),
            (VisitState.DECLINED, gettext_lazy("It is not possible")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("Words to the teacher"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args, language: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = _(
            "They go out by mail. The teacher wrote in this language: %(language)s."
        ) % {"language": LANGUAGE_NAMES[language]}


def class_text(visit: ClassVisit) -> str:
    return party_text(visit.adults, visit.pupils)


def day_text(visit: ClassVisit) -> str:
    return format_date(visit.wished_on, "yMMMEd")


class ClassVisitIndexView(OfOwnSide, generic.IndexView):
    any_permission_required = ["view"]

    def get_base_queryset(self):
        return super().get_base_queryset().with_trail()

    @cached_property
    def columns(self):
        title_class = self._get_title_column_class(generic.models.TitleColumn)
        return [
            title_class(
                "school",
                label=gettext_lazy("School"),
                accessor="school",
                sort_key="school",
                get_url=self.get_inspect_url,
            ),
            Column(
                "wished_on",
                label=gettext_lazy("Day wished for"),
                accessor=day_text,
                sort_key="wished_on",
            ),
            Column("trail", label=gettext_lazy("Trail"), accessor="trail"),
            Column("class", label=gettext_lazy("Class"), accessor=class_text),
            Column(
                "state",
                label=gettext_lazy("State"),
                accessor=lambda visit: capfirst(visit.get_state_display()),
                sort_key="state",
            ),
            DateColumn("created_at", label=gettext_lazy("Received"), sort_key="created_at"),
        ]


class ClassVisitInspectView(OfOwnSide, generic.InspectView):
    any_permission_required = ["view"]
    template_name = "bookings/staff/class_visit.html"

    def records(self):
        return super().records().with_trail()

    def get_page_subtitle(self):
        return self.object.school

    def get_fields(self):
        return []

    @cached_property
    def header_buttons(self):
        is_open = self.object.state == VisitState.ASKED and not self.object.erased_at
        if not (is_open and self.user_has_permission("change")):
            return []
        url = reverse("classvisit:answer", args=[quote(self.object.pk)])
        return [HeaderButton(_("Answer the school"), url=url, icon_name="mail")]

    def get_context_data(self, **kwargs):
        visit = self.object
        return super().get_context_data(
            day=day_text(visit),
            party=class_text(visit),
            phone=readable(visit.phone),
            language=LANGUAGE_NAMES[visit.language],
            lessons=chosen_lessons(visit, self.request.LANGUAGE_CODE),
            letters=visit.letters.all(),
            **kwargs,
        )


class AnswerView(ActionView):
    page_title = gettext_lazy("Answer the school")
    submit_label = gettext_lazy("Send the answer")
    action_form_class = AnswerForm
    record_space = "classvisit"

    def get_page_subtitle(self):
        return self.object.school

    def subject(self) -> str:
        return f"{self.object.school} · {class_text(self.object)}"

    def when(self) -> str:
        return " · ".join(str(part) for part in (day_text(self.object), self.object.trail) if part)

    def form_arguments(self) -> dict:
        return {"language": self.object.language}

    def act(self, form: AnswerForm) -> str:
        state, words = form.cleaned_data["state"], form.cleaned_data["words"]
        verbs.answer(self.object.pk, VisitState(state), words, staff_actor(self.request.user))
        return _("The answer goes to the school by e-mail.")


class ClassVisitViewSet(BookingModelViewSet):
    """Requests are made by teachers; staff read and answer them."""

    model = ClassVisit
    icon = "group"
    menu_label = pgettext_lazy("class visit", "School classes")
    menu_order = 250
    ordering = ["-created_at", "-pk"]
    filterset_class = ClassVisitFilterSet
    search_backend_name = None
    search_fields = ["school"]
    form_fields = ["answer"]
    inspect_view_enabled = True
    copy_view_enabled = False
    unused_views = ("add", "edit")
    index_view_class = ClassVisitIndexView
    inspect_view_class = ClassVisitInspectView
    inspect_template_name = "bookings/staff/class_visit.html"

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<int:pk>/", self.inspect_view, name="inspect"),
            path("answer/<int:pk>/", self.construct_view(AnswerView), name="answer"),
        ]

    def register_admin_url_finder(self) -> None:
        """Register none: no other screen links to a request."""
