"""The sheet a ranger keeps on a telephone: a page without a name in it, the data apart, and what makes it installable.

Service workers keep the page; the page keeps the data and forgets them after the day (`static/js/ranger`).
"""

import json
from dataclasses import asdict

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from bigcats.environment import BASE_DIR
from bookings import late_words, walk_notes
from bookings.note_words import species_names
from bookings.parties import staff_actor
from bookings.ranger_sheet import walks_at_hand
from bookings.staff_views.checkin import ForRangers, day_names
from bookings.staff_views.sheet_words import note_choices, sheet_words
from bookings.staff_views.words_form import read_words
from content.base.languages import html_lang

STYLES = ("css/ranger.css",)
SCRIPTS = tuple(
    f"js/ranger/{name}.js"
    for name in ("sheet", "exchange", "noting", "party", "rule", "scanner", "store", "walk")
)
WORKER = "js/ranger/worker.js"


class PhoneSheet(ForRangers, TemplateView):
    """The page itself; whoever finds the telephone reads no name in what it keeps."""

    template_name = "bookings/staff/phone_sheet.html"

    def get_context_data(self, **kwargs) -> dict:
        days = day_names()
        return super().get_context_data(
            words=sheet_words(),
            choices=note_choices(),
            days=days,
            lang=html_lang(get_language()),
            **kwargs,
        )


class SheetData(ForRangers, View):
    """The walks with their parties, for the owner of this session, and the token their answers need."""

    def get(self, request: HttpRequest) -> JsonResponse:
        now = timezone.now()
        walks = [asdict(walk) for walk in walks_at_hand(request.user.side, now)]
        return JsonResponse(
            {
                "owner": request.user.get_username(),
                "csrf": get_token(request),
                "as_of": now.isoformat(),
                "walks": walks,
                "species": list(species_names().items()),
            }
        )


class SheetAnswers(ForRangers, View):
    """What was noted without a signal, in any order and as often as it takes."""

    def post(self, request: HttpRequest) -> JsonResponse:
        sent = read_words(request.body)
        if sent is None:
            return JsonResponse({"error": "not understood"}, status=400)
        by = {
            "side": request.user.side,
            "device": sent.device,
            "sent_at": sent.sent_at,
            "actor": staff_actor(request.user),
        }
        verdicts = late_words.enter(sent.words, **by) | walk_notes.enter(sent.notes, **by)
        return JsonResponse({"verdicts": {str(pk): verdict for pk, verdict in verdicts.items()}})


class SheetManifest(ForRangers, View):
    """What a telephone needs to put the sheet on its home screen."""

    def get(self, request: HttpRequest) -> JsonResponse:
        icons = [
            ("icon-192", 192, "any"),
            ("icon-512", 512, "any"),
            ("icon-maskable-512", 512, "maskable"),
        ]
        content = {
            "name": _("Check-in of the Land of Big Cats"),
            "short_name": _("Check-in"),
            "lang": html_lang(get_language()),
            "id": reverse("ranger_sheet"),
            "start_url": reverse("ranger_sheet"),
            "scope": reverse("check_in"),
            "display": "standalone",
            "background_color": "#faf6ec",
            "theme_color": "#14392d",
            "icons": [
                {
                    "src": static(f"img/{name}.png"),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
                for name, size, purpose in icons
            ],
        }
        return JsonResponse(content, content_type="application/manifest+json")


class SheetWorker(ForRangers, View):
    """The service worker, told what to keep; another language or another version of a file makes it another one."""

    def get(self, request: HttpRequest) -> HttpResponse:
        kept = {
            "shell": reverse("ranger_sheet"),
            "scope": reverse("check_in"),
            "files": [static(name) for name in STYLES]
            + [static(SCRIPTS[0])]
            # Modules import each other by their plain names, which stand beside those with a hash.
            + [settings.STATIC_URL + name for name in SCRIPTS[1:]],
            "version": f"{get_language()}-{_version()}",
        }
        text = f"const KEPT = {json.dumps(kept)};\n{_source(WORKER)}"
        return HttpResponse(text, content_type="text/javascript; charset=utf-8")


def _source(name: str) -> str:
    with open(finders.find(name), encoding="utf-8") as file:
        return file.read()


def _version() -> str:
    """Return a name for the present state of everything that is kept."""
    with open(BASE_DIR / "templates" / PhoneSheet.template_name, encoding="utf-8") as template:
        sources = [template.read(), *(_source(name) for name in (*STYLES, *SCRIPTS))]
    return salted_hmac("ranger-sheet", "\0".join(sources)).hexdigest()[:12]
