"""The report of an import in words."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from content.cameratraps.camtrapdp.problems import Problem

LABELS = {
    "problems": gettext_lazy("Problems"),
    "deployments": gettext_lazy("Deployments in the package"),
    "media": gettext_lazy("Files in the package"),
    "observations": gettext_lazy("Observations in the package"),
    "deployments_new": gettext_lazy("New deployments"),
    "deployments_known": gettext_lazy("Deployments that are here already"),
    "visits_new": gettext_lazy("New visits"),
    "visits_known": gettext_lazy("Visits that are here already"),
    "unknown_visits": gettext_lazy("Visits left out: animals this site does not have"),
    "wrong_clock": gettext_lazy("Visits left out: the camera’s clock was wrong"),
    "people": gettext_lazy("Visits of people, counted only"),
    "vehicles": gettext_lazy("Visits of vehicles, counted only"),
    "setups": gettext_lazy("Cameras being set up, counted only"),
    "blanks": gettext_lazy("Empty series, counted only"),
    "files_here": gettext_lazy("Files that lie in the package"),
    "files_elsewhere": gettext_lazy("Files that lie elsewhere: never fetched"),
    "frames_new": gettext_lazy("Frames taken in"),
    "frames_known": gettext_lazy("Frames that are here already"),
    "frames_of_people": gettext_lazy("Frames left out: people, vehicles or the setting up"),
    "frames_empty": gettext_lazy("Frames left out: nothing in them"),
    "frames_left": gettext_lazy("Frames left out: of no visit that was taken"),
    "frames_faulty": gettext_lazy("Frames left out: not a picture we take, or damaged"),
    "films_new": gettext_lazy("Films taken in, each with a still as its frame"),
    "films_known": gettext_lazy("Films that are here already"),
    "films_too_large": gettext_lazy(
        "Films left out: larger than 100 MB or longer than ten minutes"
    ),
    "films_faulty": gettext_lazy(
        "Films left out: damaged, or not MP4, MOV or WebM that browsers play"
    ),
    "films": gettext_lazy("Sounds left out"),
    "boxes_animal": gettext_lazy("Boxes a machine has drawn around animals"),
    "sure_animal": gettext_lazy("– of them 50 % sure or more: animals"),
    "boxes_human": gettext_lazy("Boxes a machine has drawn around people"),
    "sure_human": gettext_lazy("– of them 50 % sure or more: people"),
    "boxes_vehicle": gettext_lazy("Boxes a machine has drawn around vehicles"),
    "sure_vehicle": gettext_lazy("– of them 50 % sure or more: vehicles"),
}
ALWAYS = {"deployments", "media", "observations", "visits_new", "visits_known"}


def counted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the numbers of a report with their names; of those that matter only at times none that is 0."""
    return [
        (str(label), counts[name])
        for name, label in LABELS.items()
        if name in counts and (counts[name] or name in ALWAYS)
    ]


def problem_line(problem: Problem) -> str:
    """Return a problem as one line: file, row, field, reason."""
    place = [problem.file]
    if problem.row:
        place.append(_("row %(number)d") % {"number": problem.row})
    if problem.field:
        place.append(problem.field)
    return f"{' · '.join(place)} — {problem.reason}"


def unknown_line(name: str, number: int) -> str:
    """Return a name of an animal that is not here, and how many visits were left out for it."""
    visits = ngettext("%(count)d visit", "%(count)d visits", number) % {"count": number}
    return f"{name} · {visits}"
