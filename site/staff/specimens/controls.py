"""Forms, and the ways through pages and lists."""

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from content.base.languages import LANGUAGE_NAMES, html_lang
from staff.specimens.specimen import Specimen


class ExampleForm(forms.Form):
    """One field of each kind the site's forms are made of."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"), help_text=_("As in the identity document.")
    )
    email = forms.EmailField(label=_("E-mail"))
    adults = forms.IntegerField(label=_("Adults"), min_value=1, max_value=15)
    level = forms.ChoiceField(
        label=_("Difficulty"), choices=[("easy", _("easy")), ("moderate", _("moderate"))]
    )
    note = forms.CharField(label=_("Message"), required=False, widget=forms.Textarea)
    agree = forms.BooleanField(label=_("I have read the rules of the trail"))


def form_fields() -> list[Specimen]:
    wrong = ExampleForm({"name": "", "email": "x", "adults": "99", "level": "easy"})
    return [
        Specimen(
            _("Fields of a form"),
            "form_field",
            [{"field": one} for one in ExampleForm(auto_id="new_%s")],
        ),
        Specimen(_("What is wrong in a form"), "error_summary", [{"form": wrong}]),
        Specimen(
            _("Fields with errors"),
            "form_field",
            [{"field": wrong[name]} for name in ("name", "email", "adults")],
        ),
        Specimen(
            _("Filters"),
            "filters",
            [{"form": ExampleForm(auto_id="filter_%s"), "count_text": "12", "clear_url": "#"}],
        ),
    ]


def ways() -> list[Specimen]:
    crumbs = [{"title": _("Land of Big Cats"), "url": "#"}, {"title": _("Trails"), "url": "#"}]
    steps = [_("Departure"), _("Party and contact"), _("Review"), _("Confirmed")]
    return [
        Specimen(_("Breadcrumbs"), "breadcrumbs", [{"crumbs": crumbs}]),
        Specimen(
            _("Pages of a list"), "pagination", [{"page_obj": Paginator(range(30), 10).page(2)}]
        ),
        Specimen(
            _("Tabs"),
            "tabs",
            [
                {
                    "legend": _("Language of the files"),
                    "name": "specimen-files",
                    "tabs": [_files(code) for code in LANGUAGE_NAMES],
                    "panel": "schools/lesson_files.html",
                }
            ],
        ),
        Specimen(_("Progress"), "progress_steps", [{"steps": steps, "current": 2}]),
        Specimen(_("Search"), "search_box", [{"LANGUAGE_CODE": get_language(), "place": "page"}]),
    ]


def _files(code: str) -> dict:
    plan = {"url": "#", "title": _("Lesson plan"), "kind": "PDF", "size": "140 kB"}
    return {"name": LANGUAGE_NAMES[code], "lang": html_lang(code), "files": [plan]}
