"""How each side counts, as far as published sources say so."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from content.base.facts import fact_text
from content.base.formats import between
from content.reserve.figures import NOT_DRAWN
from content.reserve.models import CountMethod
from content.reserve.models.population import FigureScope


@dataclass(frozen=True)
class Counted:
    """How one side counts, or both together: its registered methods, each as term → words. None of them: not stated."""

    scope: str
    methods: list[tuple[str, list[tuple[str, str]]]]


def ways_of_counting() -> list[Counted]:
    """Return for every scope that has published numbers the methods their sources state, in one question."""
    methods: dict[str, list[CountMethod]] = {}
    for one in CountMethod.objects.all():
        methods.setdefault(one.scope, []).append(one)
    return [
        Counted(str(scope.label), [_method_in_words(one) for one in methods.get(scope, [])])
        for scope in FigureScope
        if scope not in NOT_DRAWN
    ]


def _method_in_words(method: CountMethod) -> tuple[str, list[tuple[str, str]]]:
    name = " ".join(filter(None, [fact_text(method, "name").text, method.version]))
    said = [(_("Years"), _years(method))]
    for field_name in ("meaning", "effort", "independence", "flanks", "source"):
        label = method._meta.get_field(field_name).verbose_name
        said.append((capfirst(label), fact_text(method, field_name).text))
    return name, [(term, words or _("not stated")) for term, words in said]


def _years(method: CountMethod) -> str:
    if method.from_year and method.to_year:
        return between(str(method.from_year), str(method.to_year))
    if method.from_year:
        return _("since %(year)s") % {"year": method.from_year}
    return _("until %(year)s") % {"year": method.to_year} if method.to_year else ""
