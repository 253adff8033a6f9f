"""What each block looks like before it is chosen: words of the site in the editor's language, records it has."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from content.base.blocks.chart import ChartKind


def heading() -> dict:
    return {"text": _("On the trail of the leopard")}


def text() -> str:
    words = _paragraph(
        _("Tracks in the snow tell who passed here at night, how fast, and where to.")
    )
    rule, link = _("Stay calm. Do not run."), _("What to bring")
    return f'{words}<ul><li>{rule}</li><li><a href="#">{link}</a></li></ul>'


def notice() -> dict:
    return {
        "kind": "caution",
        "title": _("Ticks are out from April to October"),
        "text": _paragraph(_("Wear light, closed clothes and look yourself over every hour.")),
    }


def quote() -> dict:
    return {
        "text": _("The forest does not know where one country ends."),
        "source": _("A ranger of the reserve (sample)"),
    }


def fact_box() -> dict:
    return {
        "title": _("Did you know?"),
        "text": _paragraph(_("No two leopards have the same spots: by them each one is told.")),
        "source": "",
    }


def accordion() -> dict:
    return {"items": _folds("title", "text")}


def questions() -> dict:
    return {"items": _folds("question", "answer")}


def _folds(name: str, content: str) -> list[dict]:
    text = (
        f"<p>{_('Tracks in the snow tell who passed here at night, how fast, and where to.')}</p>"
    )
    return [
        {name: words, content: text}
        for words in (_("What to bring"), _("How to get there"), _("What if it rains?"))
    ]


def figure() -> dict:
    return {"image": _first("base.Image", is_sample=True), "caption": "", "width": "text"}


def gallery() -> dict:
    pictures = apps.get_model("base.Image").objects.filter(is_sample=True)[:3]
    items = [{"image": picture, "caption": ""} for picture in pictures]
    return {"title": _("A day in the reserve"), "layout": "grid", "items": items}


def sequence() -> dict:
    events = apps.get_model("cameratraps.Event").objects.public()
    return {"event": events.filter(entries__gallery__pages__live=True).first()}


def video() -> dict:
    return {"video": _first("base.Video"), "caption": ""}


def facts() -> dict:
    return {
        "items": [
            {"label": _("Length"), "value": "1.8 km"},
            {"label": _("Difficulty"), "value": _("easy")},
        ]
    }


def numbers() -> dict:
    return {
        "items": [
            {"value": "3", "label": _("Protected areas"), "source": _("Sample")},
            {"value": "12", "label": _("Trails"), "source": _("Sample")},
        ]
    }


def steps() -> dict:
    rules = [_("Stay calm. Do not run."), _("Back away slowly."), _("Never follow fresh tracks.")]
    return {"items": [{"title": rule, "text": ""} for rule in rules]}


def timeline() -> dict:
    return {
        "items": [
            {"when": year, "title": _("Land of Big Cats"), "text": ""} for year in ("2012", "2024")
        ]
    }


def downloads() -> dict:
    documents = apps.get_model("base.Document").objects.all()[:2]
    return {"items": [{"document": document, "note": _("Sample")} for document in documents]}


def call_to_action() -> dict:
    links = [{"label": _("See departures"), "url": "#"}, {"label": _("What to bring"), "url": "#"}]
    words = _("Groups are small: book early for May and September.")
    return {"title": _("Walk with a guide"), "text": words, "links": links}


def cards() -> dict:
    titles = (_("Trails"), _("Stories"), _("Lessons"))
    return {"items": [{"title": title, "text": "", "url": "#"} for title in titles]}


def species_cards() -> dict:
    return {"items": list(apps.get_model("reserve.Species").objects.all()[:3])}


def trail_cards() -> dict:
    return {"items": list(_with_public_page("trails.Trail")[:2])}


def trail_map() -> dict:
    return {"trail": _with_public_page("trails.Trail").exclude(track=[]).first()}


def lesson_cards() -> dict:
    return {"items": list(apps.get_model("schools.LessonPage").objects.live()[:2])}


def table() -> dict:
    return {
        "caption": _("Seasons"),
        "columns": [_("Month"), _("Snow, cm")],
        "rows": [[_("January"), "20"], [_("February"), "25"]],
    }


def chart() -> dict:
    rows = zip((_("January"), _("February"), _("March")), (12, 9, 3), strict=True)
    return {
        "caption": _("Visits by month"),
        "seen": "",
        "kind": ChartKind.BARS,
        "what": _("Month"),
        "unit": _("number of visits"),
        "rows": [{"label": label, "value": value} for label, value in rows],
        "source": _("Sample"),
    }


def emergency_numbers() -> None:
    """Nothing is typed into this block: it shows what the site knows."""


climate = population = reserve_map = emergency_numbers


def _paragraph(words: str) -> str:
    return f"<p>{words}</p>"


def _first(model: str, **known: Any):
    return apps.get_model(model).objects.filter(**known).first()


def _with_public_page(model: str) -> Iterable:
    return apps.get_model(model).objects.filter(pages__live=True).distinct()
