"""What the game asks, and why an answer is right. Neither tells a place or a date."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from content.base.facts import fact_text
from content.base.formats import sentences
from content.cameratraps.choices import Band
from content.cameratraps.models import Individual
from content.cameratraps.models.identities import Flank
from content.cameratraps.spot.field_marks import field_marks
from content.cameratraps.spot.portraits import Portrait
from content.cameratraps.spot.questions import Kind, PairAnswer, Question

TITLES = {
    Kind.PAIR: gettext_lazy("One cat, or two?"),
    Kind.SPECIES: gettext_lazy("Who is this?"),
    Kind.TIME: gettext_lazy("By day or by night?"),
}
_OPTIONS = {
    PairAnswer.SAME: gettext_lazy("the same cat"),
    PairAnswer.TWO: gettext_lazy("two cats"),
    PairAnswer.UNTOLD: gettext_lazy("these pictures cannot tell"),
    Band.DAY: pgettext_lazy("answer of the game", "by day"),
    Band.NIGHT: pgettext_lazy("answer of the game", "by night"),
}


@dataclass(frozen=True)
class Praise:
    title: str
    text: str


def option_text(question: Question, option: str) -> str:
    """Return an answer as it stands on its button."""
    species = {one.slug: one for one in question.choices}
    if option in species:
        return fact_text(species[option], "name").text
    return str(_OPTIONS[option])


def explanation(question: Question, names: dict[int, Individual]) -> list[str]:
    """Return why the right answer is right, in a few sentences. `names`: the animals of a pair by key."""
    if question.kind == Kind.SPECIES:
        return [field_marks(question.event.species)]
    if question.kind == Kind.TIME:
        return [_BY_BAND[Band(question.right)]()]
    one, other = question.pair
    return [*_reasons(question.right, one, other), *_truths(question, names)]


def _by_day() -> str:
    return _(
        "The picture has its colours: there was light enough for the camera, and it lit no lamp. At "
        "night it would be grey."
    )


def _by_night() -> str:
    return _(
        "Grey, bright near the camera and black behind: at night the camera lights the forest with "
        "infrared, which animals hardly notice and which has no colours."
    )


_BY_BAND = {Band.DAY: _by_day, Band.NIGHT: _by_night}


def _reasons(right: str, one: Portrait, other: Portrait) -> list[str]:
    if right == PairAnswer.UNTOLD:
        return [
            _("One picture shows the left flank, the other the right one."),
            _(
                "The two flanks of a cat are as different as two strangers, so no spot can be found again. "
                "Whoever says “I cannot tell” here is right, and that is how it is written into the catalogues "
                "too."
            ),
        ]
    flank = _shared_flank(one, other)
    if right == PairAnswer.SAME:
        return [flank, _marks_agree(one), _("A coat is for life: these marks grow with the cat.")]
    return [flank, _marks_differ(one), _("No two cats share a coat, not even mother and cub.")]


def _shared_flank(one: Portrait, other: Portrait) -> str:
    shared = {one.flank, other.flank} - {Flank.BOTH}
    return {
        frozenset({Flank.LEFT}): _("Both pictures show the left flank, so they can be compared."),
        frozenset({Flank.RIGHT}): _("Both pictures show the right flank, so they can be compared."),
    }.get(frozenset(shared), _("Both pictures show the same flank, so they can be compared."))


def _marks_agree(one: Portrait) -> str:
    if one.is_striped:
        return _(
            "Begin behind the shoulder and count the stripes towards the tail: where one forks, where two "
            "run close together, where a gap is wide. All of it is there in both pictures."
        )
    return _(
        "Begin at the shoulder and go from rosette to rosette towards the tail: their shapes, the open "
        "and the closed ones, those that touch. The same ones stand in the same order in both pictures."
    )


def _marks_differ(one: Portrait) -> str:
    if one.is_striped:
        return _(
            "Compare the stripes behind the shoulder and over the thigh: one cat has a fork or a wide gap "
            "where the other has none. One clear difference on the same flank is enough."
        )
    return _(
        "Compare the rosettes on the shoulder and along the back: where one cat has a ring, the other "
        "has a full spot or a gap. One clear difference on the same flank is enough."
    )


def _truths(question: Question, names: dict[int, Individual]) -> list[str]:
    """Return what is known of a pair by name."""
    first, second = (name_of(names, one.animal) for one in question.pair)
    if question.truth == PairAnswer.SAME:
        said = {
            PairAnswer.UNTOLD: _("By other signs both countries know that it is one cat: %(cat)s.")
        }
        return [said.get(question.right, _("It is %(cat)s.")) % {"cat": first}]
    if question.truth == PairAnswer.TWO:
        said = {
            PairAnswer.UNTOLD: _("The catalogues hold them to be two cats: %(one)s and %(other)s.")
        }
        text = said.get(question.right, _("They are %(one)s and %(other)s."))
    else:
        text = _(
            "Whether %(one)s and %(other)s are one cat, the two countries have not settled yet."
        )
    return [text % {"one": first, "other": second}]


def name_of(names: dict[int, Individual], animal: int) -> str:
    return fact_text(names[animal], "name").text


def picture_text(question: Question, place: int, image) -> str:
    """Return what a picture is called while its question is open: its own words would give the answer away."""
    if question.kind != Kind.PAIR:
        return _(
            "A picture of a camera trap. What it shows is the question; it is told with the answer."
        )
    return sentences(_("Picture %(number)d.") % {"number": place}, fact_text(image, "alt").text)


def score_text(right: int, total: int) -> str:
    return pgettext("result of the game", "%(right)d of %(total)d") % {
        "right": right,
        "total": total,
    }


def praise(right: int, total: int) -> Praise:
    """Return a kind word on a result."""
    if right * 10 >= total * 9:
        return Praise(
            _("The eye of a specialist"),
            _("People who compare coats for a living would be glad of your help."),
        )
    if right * 10 >= total * 6:
        return Praise(
            _("A good eye"),
            _("You look where it matters: first which flank, then mark by mark."),
        )
    return Praise(
        _("Cats are good at hiding"),
        _(
            "Even specialists look twice, and a second person always checks. Another round comes easier."
        ),
    )
