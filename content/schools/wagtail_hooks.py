from django import forms
from django.db.models import Count, Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale
from wagtail.snippets.models import register_snippet

from content.base.fact_lists import SHORT_NAMES
from content.base.panels import translated_fields
from content.base.viewsets import FactViewSet
from content.schools import queries
from content.schools.models import (
    Framework,
    LessonPage,
    Material,
    Setting,
    StandardNode,
    Subject,
)
from content.schools.services import KINDS


class LessonFilterSet(PageFilterSet):
    locale = ModelMultipleChoiceFilter(
        label=_("Language"), queryset=Locale.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    subjects = ModelMultipleChoiceFilter(
        label=_("Subject"), queryset=Subject.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    setting = ChoiceFilter(label=_("Place"), choices=Setting.choices, widget=forms.RadioSelect)
    files = ChoiceFilter(
        label=_("Files"),
        choices=[("missing", _("some are missing"))],
        method="filter_files",
        widget=forms.RadioSelect,
    )

    def filter_files(self, lessons: QuerySet, _name: str, value: str) -> QuerySet:
        return queries.with_missing_files(lessons) if value else lessons

    class Meta:
        model = LessonPage
        fields: list[str] = []


class LessonIndexView(IndexView):
    """The list of lessons, with in how many languages each is written and which files it lacks."""

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("locale")

    def get_context_data(self, *args, **kwargs) -> dict:
        context = super().get_context_data(*args, **kwargs)
        pages = list(context["object_list"]) if not self.is_export else []
        keys = [page.translation_key for page in pages]
        languages = queries.languages_by_lesson(keys)
        made = queries.made_files_by_page(keys)
        for page in pages:
            codes = languages.get(page.translation_key, [])
            page.published_in = " ".join(SHORT_NAMES[code] for code in codes)
            page.lacking = (
                len(KINDS) - made.get((page.translation_key, page.locale_id), 0)
                if page.live
                else ""
            )
        return context


class LessonViewSet(PageListingViewSet):
    name = "lessons"
    model = LessonPage
    index_view_class = LessonIndexView
    icon = "doc-full-inverse"
    menu_label = _("Lessons")
    filterset_class = LessonFilterSet
    columns = [
        *PageListingViewSet.index_view_class.base_columns[:2],
        Column("age_min", label=capfirst(_("from age")), sort_key="age_min"),
        Column("age_max", label=capfirst(_("to age")), sort_key="age_max"),
        Column("minutes", label=capfirst(_("minutes")), sort_key="minutes"),
        Column(
            "published_in",
            label=capfirst(_("published in")),
            accessor="published_in",
            classname="staff-unbroken",
        ),
        Column("lacking", label=capfirst(_("missing files")), accessor="lacking"),
        *PageListingViewSet.index_view_class.base_columns[-3:],
    ]
    list_export = [
        "pk",
        "title",
        "locale",
        "live",
        "age_min",
        "age_max",
        "minutes",
        "setting",
        "season",
        "translation_key",
        "url_path",
        "last_published_at",
    ]
    export_filename = "lessons"


class SubjectViewSet(FactViewSet):
    model = Subject
    icon = "tag"
    menu_label = _("Subjects")
    list_display = ["name", "slug", "order"]
    search_fields = ["slug", *translated_fields("name")]
    search_backend_name = None
    ordering = ["order", "pk"]
    list_export = ["slug", "order", *translated_fields("name")]
    export_filename = "subjects"


class FrameworkViewSet(FactViewSet):
    model = Framework
    icon = "clipboard-list"
    menu_label = _("Frameworks")
    list_display = [
        "title",
        "code",
        Column("get_country_display", label=_("country"), sort_key="country"),
        "edition",
    ]
    list_filter = ["country"]
    search_fields = ["code", *translated_fields("title")]
    search_backend_name = None
    ordering = ["order", "pk"]
    list_export = ["code", "country", "edition", "lang", "url", *translated_fields("title")]
    export_filename = "frameworks"


class StandardNodeViewSet(FactViewSet):
    model = StandardNode
    icon = "list-ul"
    menu_label = pgettext_lazy("entries of a framework", "Standards")
    list_display = [
        "code",
        "framework",
        "gloss",
        "grade_min",
        "grade_max",
        Column("lessons", label=_("lessons"), accessor="lessons"),
    ]
    list_filter = ["framework", "framework__country"]
    search_fields = ["code", "text", *translated_fields("gloss")]
    search_backend_name = None
    list_export = [
        "framework",
        "code",
        "grade_min",
        "grade_max",
        "text",
        *translated_fields("gloss"),
    ]
    export_filename = "standards"

    def get_queryset(self, request) -> QuerySet:
        published = Count(
            "alignments__lesson__translation_key",
            filter=Q(alignments__lesson__live=True),
            distinct=True,
        )
        return StandardNode.objects.select_related("framework").annotate(lessons=published)


class MaterialFilterSet(WagtailFilterSet):
    class Meta:
        model = Material
        fields = ["role", "audience", "is_generated"]


class MaterialViewSet(FactViewSet):
    model = Material
    icon = "download"
    menu_label = _("Materials")
    list_display = [
        "__str__",
        Column("lesson_title", label=_("lesson"), accessor="lesson_title"),
        Column("get_role_display", label=_("kind"), sort_key="role"),
        Column("get_audience_display", label=_("audience"), sort_key="audience"),
    ]
    filterset_class = MaterialFilterSet
    search_fields = translated_fields("title")
    search_backend_name = None
    list_export = ["lesson_key", "role", "audience", "is_generated", *translated_fields("title")]
    export_filename = "materials"

    def get_queryset(self, request) -> QuerySet:
        return queries.materials_with_lessons(get_language())


class SchoolsGroup(ViewSetGroup):
    items = (
        LessonViewSet("lessons"),
        SubjectViewSet,
        FrameworkViewSet,
        StandardNodeViewSet,
        MaterialViewSet,
    )
    menu_label = pgettext_lazy("staff", "Schools")
    menu_name = "schools"
    menu_icon = "lesson"
    menu_order = 240


register_snippet(SchoolsGroup)
