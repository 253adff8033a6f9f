"""What the pages of the game show: its start, a question, an answer, the result, and the key for a teacher."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.base.menus import MenuItem
from content.base.models import Image
from content.cameratraps import queries
from content.cameratraps.models import Individual
from content.cameratraps.spot import words
from content.cameratraps.spot.questions import Kind, Question
from content.cameratraps.spot.rounds import Round, letter_of

SPOT = "spot-the-cat/"
_SAMPLE_ROUND = "start"  # its first pair stands on the start page


@dataclass(frozen=True)
class Picture:
    image: Image
    text: str


@dataclass(frozen=True)
class Option:
    letter: str
    number: int
    text: str
    is_right: bool
    is_chosen: bool


@dataclass(frozen=True)
class Told:
    """A question with its answer, for the end of a round and for the key."""

    number: int
    title: str
    pictures: list[Picture]
    answer: str
    reasons: list[str]
    is_right: bool = True


def start_context(page, request: HttpRequest) -> dict:
    """Return the rules, with a pair to look at; nothing to play while too little is released."""
    found = Round(_SAMPLE_ROUND).questions
    pair = next((one for one in found if one.kind == Kind.PAIR), None)
    shown = [pair] if pair else []
    return {
        **_frame(page, request),
        "template": "cameratraps/spot/start.html",
        "is_playable": bool(found),
        "pictures": _pictures(pair, _images(shown)) if pair else [],
    }


def round_context(page, request: HttpRequest, played: Round) -> dict:
    """Return the question, the answer or the result that the address asks for."""
    if request.GET.get("key") and played.questions:
        return _key(page, request, played)
    if played.question is None:
        return _result(page, request, played) if played.questions else start_context(page, request)
    return _question(page, request, played)


def _question(page, request: HttpRequest, played: Round) -> dict:
    question, number = played.question, len(played.given) + 1
    images = _images([question])
    return {
        **_frame(page, request),
        "template": "cameratraps/spot/question.html",
        "round": played,
        "title": words.TITLES[question.kind],
        "kind": question.kind,
        "position": _("Question %(number)d of %(total)d")
        % {"number": number, "total": len(played.questions)},
        "steps": _steps(played),
        "pictures": _pictures(question, images, is_told=bool(played.said)),
        "options": _options(question, played.chosen),
        **(_answer(page, request, played) if played.said else {}),
    }


def _answer(page, request: HttpRequest, played: Round) -> dict:
    question = played.question
    names = _names([question])
    address = page.get_url(request)
    return {
        "is_answered": True,
        "is_right": played.chosen == question.right,
        "answer": words.option_text(question, question.right),
        "reasons": words.explanation(question, names),
        "links": _links(question, names, address),
        "next_url": f"{address}{SPOT}?{played.next_query}#play",
        "is_last": len(played.given) + 1 == len(played.questions),
    }


def _result(page, request: HttpRequest, played: Round) -> dict:
    right, total = sum(played.marks), len(played.questions)
    return {
        **_frame(page, request),
        "template": "cameratraps/spot/result.html",
        "round": played,
        "right": right,
        "total": total,
        "score": words.score_text(right, total),
        "praise": words.praise(right, total),
        "told": _told(played, played.marks),
    }


def _key(page, request: HttpRequest, played: Round) -> dict:
    return {
        **_frame(page, request),
        "template": "cameratraps/spot/key.html",
        "round": played,
        "told": _told(played, [True] * len(played.questions)),
    }


def _told(played: Round, marks: list[bool]) -> list[Told]:
    images, names = _images(played.questions), _names(played.questions)
    return [
        Told(
            number,
            str(words.TITLES[question.kind]),
            _pictures(question, images, is_told=True),
            words.option_text(question, question.right),
            words.explanation(question, names),
            is_right,
        )
        for number, (question, is_right) in enumerate(
            zip(played.questions, marks, strict=True), start=1
        )
    ]


def _frame(page, request: HttpRequest) -> dict:
    address = page.get_url(request)
    return {
        "extra_breadcrumbs": [MenuItem(page.title, address)],
        "galleries_url": address,
        "spot_url": f"{address}{SPOT}",
    }


def _steps(played: Round) -> list[dict]:
    """Return one mark a question: right, wrong, now, or still to come."""
    marks = ["right" if mark else "wrong" for mark in played.marks]
    rest = len(played.questions) - len(marks)
    return [
        {"number": number, "state": state, "is_now": number == len(played.given) + 1}
        for number, state in enumerate([*marks, *[""] * rest], start=1)
    ]


def _options(question: Question, chosen: str | None) -> list[Option]:
    return [
        Option(
            letter_of(place),
            place + 1,
            words.option_text(question, option),
            is_right=option == question.right,
            is_chosen=option == chosen,
        )
        for place, option in enumerate(question.options)
    ]


def _images(asked: list[Question]) -> dict[int, Image]:
    return queries.pictures(image for question in asked for image in question.images)


def _pictures(question: Question, images: dict[int, Image], *, is_told: bool = False):
    return [
        Picture(
            images[key],
            fact_text(images[key], "alt").text
            if is_told
            else words.picture_text(question, place, images[key]),
        )
        for place, key in enumerate(question.images, start=1)
        if key in images
    ]


def _names(asked: list[Question]) -> dict[int, Individual]:
    """Return the animals of the pairs; they are public, or there would be no question after them."""
    keys = {one.animal for question in asked for one in question.pair or ()}
    return Individual.objects.in_bulk(keys) if keys else {}


def _links(question: Question, names: dict[int, Individual], address: str) -> list[MenuItem]:
    """Return where more is told of who was asked after."""
    if question.kind == Kind.PAIR:
        keys = dict.fromkeys(one.animal for one in question.pair)
        return [
            MenuItem(words.name_of(names, key), f"{address}cats/{names[key].code}/") for key in keys
        ]
    if question.kind == Kind.SPECIES:
        species = question.event.species
        url = f"/{get_language()}/wildlife/{species.slug}/"
        return [MenuItem(fact_text(species, "name").text, url)]
    return []
