"""From what was pressed to the verb it means. `do` names the verb, and after a colon the frame or the word."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from content.cameratraps import curating
from content.cameratraps.choices import ObservationType
from content.cameratraps.deciding import ReleaseError
from content.cameratraps.desk.forms import AltForm, CutForm, DetailsForm, WordsForm
from content.cameratraps.models import Event, Media
from content.cameratraps.steps import Steps, taken
from content.reserve.models import Species

LEAVES = (
    "hand_on",
    "blank",
    "aside",
)  # what is done with a visit as a whole: the desk goes on to the next


@dataclass(frozen=True)
class Done:
    """What became of a press: words for the person, and whether the visit is done with."""

    words: str
    leaves: bool = False
    undone: tuple[int, ...] = ()  # the visits of an undone step


def act(request: HttpRequest, events: list[Event]) -> Done:
    """Do to some visits what was pressed, all or nothing. Raises ValidationError with the reason."""
    name, _colon, of = request.POST.get("do", "").partition(":")
    steps = Steps(request.session)
    if name == "undo":
        words = steps.last
        undone = tuple(steps.undo(request.user))
        return Done(_("Undone: %(step)s") % {"step": words}, undone=undone)
    keys = [event.pk for event in events]
    before = taken(keys)
    words = _do(request, events, name, of)
    steps.remember(before, taken(keys), words)
    return Done(words, name in LEAVES)


@transaction.atomic
def _do(request: HttpRequest, events: list[Event], name: str, of: str) -> str:
    if name in OF_VISITS:
        words, verb = OF_VISITS[name](of, request.POST)
        for event in sorted(events, key=lambda one: one.pk):
            verb(event, request.user)
        return words
    if name in OF_FRAMES:
        found = Media.objects.filter(pk=int(of) if of.isdecimal() else 0, event__in=events)
        frame = found.select_related("event").first()
        if frame is None:
            raise ReleaseError(_("This frame is gone."))
        words, verb = OF_FRAMES[name](request.POST)
        verb(frame, request.user)
        return words
    raise ReleaseError(_("Nothing was chosen."))


def _species(of: str, posted) -> tuple[str, Callable]:
    key = of or posted.get("species", "")
    species = Species.objects.filter(pk=int(key) if key.isdecimal() else 0).first()
    if species is None:
        raise ReleaseError(_("Choose a species."))
    named = partial(curating.name_species, species=species, kind=ObservationType.ANIMAL)
    return str(species), named


def _unknown(_of: str, _posted) -> tuple[str, Callable]:
    words = str(ObservationType.UNKNOWN.label)
    return words, partial(curating.name_species, species=None, kind=ObservationType.UNKNOWN)


def _details(_of: str, posted) -> tuple[str, Callable]:
    return _("details"), partial(curating.describe, **_valid(DetailsForm(posted)).said)


def _words(_of: str, posted) -> tuple[str, Callable]:
    texts = _valid(WordsForm(posted)).cleaned_data
    return _("title and caption"), partial(curating.write_words, texts=texts)


def _alt(posted) -> tuple[str, Callable]:
    texts = _valid(AltForm(posted)).cleaned_data
    return _("text alternative"), partial(curating.write_alt, texts=texts)


def _cut(posted) -> tuple[str, Callable]:
    return _("frame cut"), partial(curating.cut_frame, **_valid(CutForm(posted)).cleaned_data)


def _valid(form):
    if not form.is_valid():
        raise ValidationError(
            [
                f"{form.fields[name].label}: {error}" if name in form.fields else error
                for name, errors in form.errors.items()
                for error in errors
            ]
        )
    return form


def _plain(words: Callable[[], str], verb: Callable) -> Callable:
    return lambda *_given: (words(), verb)


OF_VISITS = {
    "species": _species,
    "unknown": _unknown,
    "details": _details,
    "words": _words,
    "blank": _plain(lambda: _("nothing in it"), partial(curating.set_aside, is_blank=True)),
    "aside": _plain(lambda: _("set aside"), curating.set_aside),
    "hand_on": _plain(lambda: _("handed on to both sides"), curating.hand_on),
    "take_up": _plain(lambda: _("back on the desk"), curating.take_back_up),
}
OF_FRAMES = {
    "show": _plain(lambda: _("shown or hidden"), curating.show_frame),
    "people": _plain(lambda: _("people or not"), curating.mark_people),
    "cover": _plain(lambda: _("cover"), curating.make_cover),
    "earlier": _plain(lambda: _("moved"), partial(curating.move_frame, by=-1)),
    "later": _plain(lambda: _("moved"), partial(curating.move_frame, by=1)),
    "strip": _plain(lambda: _("strip cut off"), partial(curating.judge_strip, cut=True)),
    "no_strip": _plain(lambda: _("no strip"), partial(curating.judge_strip, cut=False)),
    "cut": _cut,
    "alt": _alt,
}
