"""A teacher asks to come with a class."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from bookings.class_visits import verbs
from bookings.consent import class_paragraphs
from bookings.forms.class_visit import ClassVisitForm
from bookings.throttling import are_holds_braked, note_hold
from bookings.views.calendar import home_steps
from bookings.views.context import too_many
from content.base.menus import MenuItem
from content.schools.models import LessonPage
from content.schools.queries import lessons_of
from content.trails.models import Trail

INVALID = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Show the form, or keep a right one and lead on; a robot is thanked and forgotten."""
    if request.method != "POST":
        return _page(request, _form(request, initial=_initial(request)))
    form = _form(request, request.POST)
    if not form.is_valid():
        return _page(request, form)
    if are_holds_braked(request):
        return too_many(request, is_of_holds=True)
    if not form.is_robot():
        note_hold(request)
        verbs.ask(form.visit(request.LANGUAGE_CODE))
    return redirect("bookings:class_visit_sent")


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Say that the request is on its way."""
    return render(request, "bookings/class_visit_sent.html", _frame(request))


def _form(request: HttpRequest, data=None, initial: dict | None = None) -> ClassVisitForm:
    trails = Trail.objects.filter(pages__live=True).distinct().select_related("side")
    return ClassVisitForm(
        data,
        initial=initial,
        trails=list(trails.defer("track").order_by("-side_id", "order", "pk")),
        lessons=_lessons(request.LANGUAGE_CODE),
    )


def _lessons(language: str) -> list[LessonPage]:
    """Return every published lesson once, youngest pupils first."""
    keys = list(LessonPage.objects.live().values_list("translation_key", flat=True).distinct())
    return sorted(lessons_of(keys, language), key=lambda page: (page.age_min, page.title))


def _initial(request: HttpRequest) -> dict:
    """Return what the link that led here says: a trail, a lesson."""
    trail = Trail.objects.filter(slug=request.GET.get("trail", "")[:80].replace("\0", "")).first()
    lesson = _lesson(request.GET.get("lesson", ""))
    return {
        "key": uuid4(),
        "trail": trail,
        "lessons": [str(lesson.translation_key)] if lesson else [],
        "age": lesson.age_min if lesson else None,
    }


def _lesson(text: str) -> LessonPage | None:
    try:
        key = UUID(text)
    except ValueError:
        return None
    return LessonPage.objects.live().filter(translation_key=key).first()


def _page(request: HttpRequest, form: ClassVisitForm) -> HttpResponse:
    context = {**_frame(request), "form": form, "consent": class_paragraphs()}
    status = INVALID if form.errors else 200
    return render(request, "bookings/class_visit.html", context, status=status)


def _frame(request: HttpRequest) -> dict:
    schools = Page.objects.live().filter(
        slug="schools", depth=3, locale__language_code=request.LANGUAGE_CODE
    )
    steps = [MenuItem(page.title, page.url) for page in schools]
    return {"extra_breadcrumbs": [*home_steps(request), *steps]}
