"""`/styleguide/`: the living page of all components, for signed-in staff, in the three languages."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from staff.specimens import specimens

# Groups of CSS custom properties whose values are shown as colours.
COLOURS = [
    "paper",
    "surface",
    "sunken",
    "ink",
    "ink-soft",
    "line",
    "line-strong",
    "pine",
    "link",
    "action",
    "amber",
    "focus",
    "door-visit",
    "door-learn",
    "door-watch",
    "info-ground",
    "caution-ground",
    "danger-ground",
    "good-ground",
    "side-ru",
    "side-cn",
    "side-joint",
    "water",
    "land",
    "forest",
    "forest-deep",
]
SIZES = ("xs", "s", "m", "l", "xl", "2xl", "3xl", "4xl")
SPACES = ("3xs", "2xs", "xs", "s", "m", "l", "xl", "2xl")


@require_safe
@login_required
@permission_required("wagtailadmin.access_admin", raise_exception=True)
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component in its states, drawn by the templates and sheets that the site itself uses."""
    shown = [(one, [_drawn(one.component, state) for state in one.states]) for one in specimens()]
    context = {"shown": shown, "colours": COLOURS, "sizes": SIZES, "spaces": SPACES}
    return render(request, "styleguide.html", context)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Redirect `/styleguide/` to the reader's language."""
    return redirect(f"/{get_language_from_request(request)}/styleguide/")


def _drawn(component: str, inputs: dict) -> str:
    return render_to_string(f"components/{component}.html", inputs)
