"""What a visitor has typed, between the form and the confirmation: signed, kept by the visitor, not by us.

The form carries a ticket (departure and idempotency key); after it is filled in, the review page carries the whole
draft in a signed field. A short-lived signed cookie, sent to the booking pages only, holds the same, so that
a reload, the back button, a second tab and a change of language find everything again.
"""

from dataclasses import asdict, dataclass, field

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from bookings.parties import ConsentGiven, Contact, Party
from bookings.references import new_key
from bookings.requests import BookingRequest, HoldRequest

COOKIE = "booking_draft"
COOKIE_SECONDS = 45 * 60
FIELD_SECONDS = 24 * 3600
_SALT = "bookings.draft"
_TICKET_SALT = "bookings.ticket"


@dataclass(frozen=True)
class Draft:
    """A departure, the key of this attempt to book, and what was typed so far.

    `other` is the key of places held on another departure before: one person, one hold.
    """

    departure: int
    key: str
    other: str = ""
    typed: dict = field(default_factory=dict)
    consent: dict = field(default_factory=dict)
    guardian: dict = field(default_factory=dict)

    @property
    def has_party(self) -> bool:
        return "adults" in self.typed and "children" in self.typed

    @property
    def is_complete(self) -> bool:
        return self.has_party and bool(self.typed.get("email") and self.consent)

    @property
    def party(self) -> Party:
        groups = tuple(self.typed.get("groups", ()))
        return Party(self.typed["adults"], self.typed["children"], groups)

    def hold_request(self, language: str) -> HoldRequest:
        """Return the draft as the request to hold its places."""
        return HoldRequest(
            departure_id=self.departure, party=self.party, language=language, key=self.key
        )

    def request(self, language: str) -> BookingRequest:
        """Return the draft as the request to send it in."""
        contact = Contact(self.typed["name"], self.typed["email"], self.typed["phone"])
        return BookingRequest(
            departure_id=self.departure,
            party=self.party,
            contact=contact,
            consent=ConsentGiven(**self.consent),
            guardian=ConsentGiven(**self.guardian) if self.guardian else None,
            language=language,
            key=self.key,
        )


def sign(draft: Draft) -> str:
    return signing.dumps(asdict(draft), salt=_SALT, compress=True)


def unsign(text: str, max_age: int = FIELD_SECONDS) -> Draft | None:
    """Return the draft in a signed text; None when it was altered or is too old."""
    try:
        return Draft(**signing.loads(text, salt=_SALT, max_age=max_age))
    except signing.BadSignature:
        return None


def ticket(draft: Draft) -> str:
    """Return departure and key, signed, for the hidden field of the form."""
    return signing.dumps([draft.departure, draft.key], salt=_TICKET_SALT)


def key_of_ticket(text: str, departure_id: int) -> str | None:
    """Return the key in a ticket for this departure, or None."""
    try:
        departure, key = signing.loads(text, salt=_TICKET_SALT, max_age=FIELD_SECONDS)
    except signing.BadSignature:
        return None
    return key if departure == departure_id else None


def kept_draft(request: HttpRequest, departure_id: int) -> Draft:
    """Return the draft for a departure from the cookie, else a new one with what is known of the visitor."""
    kept = unsign(request.COOKIES.get(f"{COOKIE}_{request.LANGUAGE_CODE}", ""), COOKIE_SECONDS)
    if kept is None:
        return Draft(departure_id, new_key())
    if kept.departure == departure_id:
        return kept
    return Draft(departure_id, new_key(), other=kept.key, typed=kept.typed)


def keep(response: HttpResponse, draft: Draft) -> None:
    """Set the cookie on the booking pages of each language and nowhere else: one name for each path."""
    for code, path in _cookie_paths():
        response.set_cookie(
            f"{COOKIE}_{code}",
            sign(draft),
            max_age=COOKIE_SECONDS,
            path=path,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def forget(response: HttpResponse) -> None:
    for code, path in _cookie_paths():
        response.delete_cookie(f"{COOKIE}_{code}", path=path, samesite="Lax")


def _cookie_paths() -> list[tuple[str, str]]:
    return [(code, f"/{code}/bookings/") for code, _name in settings.LANGUAGES]
