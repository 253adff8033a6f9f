"""How a known animal is told in words: years and sides, and nothing finer."""

from datetime import date

from django.utils import timezone
from django.utils.translation import get_language, ngettext, npgettext
from django.utils.translation import gettext as _

from content.base.choices import SideCode
from content.base.facts import fact_text
from content.base.formats import between, enumeration, in_brackets, sentences
from content.cameratraps.choices import Sex
from content.cameratraps.known import Known
from content.cameratraps.models import Individual
from content.cameratraps.models.individuals import LifeStatus


def cats_title() -> str:
    return _("Cats known by name")


def animals_text(number: int) -> str:
    return ngettext("%(count)d known animal", "%(count)d known animals", number) % {"count": number}


def years_text(years: list[int]) -> str:
    """Return the years of one side in short: 2025, or the first and the last."""
    if not years:
        return ""
    return str(years[0]) if len(years) == 1 else between(years[0], years[-1])


def sides_text(known: Known) -> str:
    return enumeration([str(SideCode(side).label) for side in known.sides])


def codes_text(known: Known) -> str:
    """Return the codes of both catalogues, the Russian ones first."""
    return " · ".join(code for side in SideCode.values for code in known.codes.get(side, []))


def born_text(individual: Individual, today: date | None = None) -> str:
    """Return when an animal was born, give or take, and how old it is in whole years if it lives."""
    if not individual.birth_year:
        return ""
    margin = individual.birth_margin
    year = f"{individual.birth_year} ± {margin}" if margin else str(individual.birth_year)
    if individual.status != LifeStatus.ALIVE:
        return year
    age = (today or timezone.now().date()).year - individual.birth_year
    if age < 1:
        return year
    return year + in_brackets(
        npgettext("age", "about %(count)d year old", "about %(count)d years old", age)
        % {"count": age}
    )


def status_text(individual: Individual) -> str:
    """Return what staff say of an animal's life: in words that fit its sex where the language asks for it."""
    year = individual.status_year
    if individual.status == LifeStatus.DEAD:
        return _("died in %(year)s") % {"year": year}
    if individual.status == LifeStatus.NOT_SEEN:
        return _("not seen by any camera since %(year)s") % {"year": year}
    return str(LifeStatus.ALIVE.label)


def last_seen_text(known: Known) -> list[str]:
    """Return for each side when the animal was seen there last, or that it never was, as far as visits may be shown."""
    return [_last_seen(SideCode(side), known.years[side]) for side in SideCode.values]


def _last_seen(side: SideCode, years: list[int]) -> str:
    if not years:
        return {
            SideCode.RU: _("On the Russian side: no visit that can be shown."),
            SideCode.CN: _("On the Chinese side: no visit that can be shown."),
        }[side]
    said = {
        SideCode.RU: _("On the Russian side: last shown in %(year)s."),
        SideCode.CN: _("On the Chinese side: last shown in %(year)s."),
    }[side]
    return said % {"year": years[-1]}


def crossings_text(known: Known) -> str:
    """Return how often an animal has crossed the border at least, by the visits that can be shown."""
    number = known.crossings
    if not number:
        return _("All its visits that can be shown are on one side of the border.")
    return ngettext(
        "It has crossed the border at least once: its visits cannot be told otherwise.",
        "It has crossed the border at least %(count)d times: its visits cannot be told otherwise.",
        number,
    ) % {"count": number}


def description_text(known: Known) -> str:
    """Return a sentence or two for search engines."""
    individual = known.individual
    kind = fact_text(individual.species, "name").text
    about = fact_text(individual, "about")
    if about.text and about.language == get_language():
        return about.text
    return sentences(f"{kind}.", *last_seen_text(known))


def facts_of(known: Known) -> list[dict]:
    """Return the facts of an animal as label and value."""
    individual = known.individual
    return [
        {"label": _("Sex"), "value": Sex(individual.sex).label if individual.sex else _("unknown")},
        {"label": _("Born"), "value": born_text(individual)},
        {"label": _("Life"), "value": status_text(individual)},
        *(
            {"label": SideCode(side).label, "value": years_text(known.years[side])}
            for side in SideCode.values
        ),
    ]
