"""The mails to visitors, as text and HTML, in the language of the booking.

The steps before and around a booking share one template and take their words from `mail_words`.
"""

import logging
from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from bookings import ticket as tickets
from bookings.calendars import CONTENT_TYPE, calendar_of, file_name
from bookings.mail_words import words_of
from bookings.models import Booking, CancelReason, MailKind, OutboxMail
from bookings.papers import papers_for
from bookings.references import confirm_token, is_right_secret, secret_for
from bookings.reminders import reminders
from bookings.wording import guide_text, party_text, price_text, runs_text, when_text
from content.base.facts import fact_text
from content.base.languages import html_lang
from content.base.pdf.typesetting import TypesettingError

logger = logging.getLogger("bookings.mails")

# The walk is in the visitor's calendar, or has to leave it.
WITH_CALENDAR = {
    MailKind.CONFIRMED,
    MailKind.CHANGED,
    MailKind.MOVED,
    MailKind.CANCELLED,
    MailKind.CANCELLED_BY_US,
    MailKind.REMINDER,
}

# The ticket is due, or the earlier one no longer holds.
WITH_TICKET = {MailKind.CONFIRMED, MailKind.CHANGED, MailKind.MOVED, MailKind.REMINDER}


def subject_of(mail: OutboxMail, trail: str) -> str:
    """Return the subject line; the booking number in it finds the mail again."""
    patterns = {
        MailKind.PLEASE_CONFIRM: _("Please confirm your booking: %(trail)s (%(reference)s)"),
        MailKind.RAN_OUT: _("Your places were released: %(trail)s (%(reference)s)"),
        MailKind.UNDER_REVIEW: _("We look at your papers: %(trail)s (%(reference)s)"),
        MailKind.REJECTED: _("We cannot confirm your booking: %(trail)s (%(reference)s)"),
        MailKind.WAITING: _("You are on the waiting list: %(trail)s (%(reference)s)"),
        MailKind.PAUSED: _("Booking is paused: %(trail)s (%(reference)s)"),
        MailKind.OFFERED: _("Places have come free for you: %(trail)s (%(reference)s)"),
        MailKind.OFFER_LAPSED: _("The offer has run out: %(trail)s (%(reference)s)"),
        MailKind.WAIT_OVER: _("No places came free: %(trail)s (%(reference)s)"),
        MailKind.MOVED: _("Your booking is moved: %(trail)s (%(reference)s)"),
        MailKind.PAPERS_MISSING: _("Papers are missing: %(trail)s (%(reference)s)"),
        MailKind.NAMES_MISSING: _("Names are missing: %(trail)s (%(reference)s)"),
        MailKind.WITHOUT_PERSON: _("Your party is smaller: %(trail)s (%(reference)s)"),
        MailKind.CONFIRMED: _("Your places are booked: %(trail)s (%(reference)s)"),
        MailKind.GUARANTEED: _("Your walk takes place: %(trail)s (%(reference)s)"),
        MailKind.CHANGED: _("Your booking has changed: %(trail)s (%(reference)s)"),
        MailKind.CANCELLED: _("Your booking is cancelled: %(trail)s (%(reference)s)"),
        MailKind.REMINDER: _("Your walk is only days away: %(trail)s (%(reference)s)"),
        MailKind.THANKS: _("Thank you for coming: %(trail)s (%(reference)s)"),
        MailKind.CANCELLED_BY_US: _("We had to cancel your walk: %(trail)s (%(reference)s)"),
        MailKind.MESSAGE: _("About your walk: %(trail)s (%(reference)s)"),
    }
    return patterns[mail.kind] % {"trail": trail, "reference": mail.booking.reference}


def sender() -> str:
    """Return the From line; the site's own name in it is written in the active language."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((_(name) if name else "", address))


def private_link(booking: Booking, language: str) -> str:
    """Return the absolute private link, or nothing when SECRET_KEY has changed since the booking."""
    secret = secret_for(booking.idempotency_key)
    if not is_right_secret(secret, booking.secret_hash):
        return ""
    with translation.override(language):
        path = reverse("bookings:booking", args=[booking.reference, secret])
    return settings.SITE_URL + path


def confirm_link(booking: Booking, language: str) -> str:
    """Return the absolute link that confirms the address of a booking."""
    secret = secret_for(booking.idempotency_key)
    token = confirm_token(booking.idempotency_key, booking.email)
    with translation.override(language):
        path = reverse("bookings:confirm", args=[booking.reference, secret, token])
    return settings.SITE_URL + path


def compose(mail: OutboxMail) -> EmailMultiAlternatives:
    """Return the message for a mail owed, ready to be sent."""
    booking = mail.booking
    with translation.override(booking.language):
        ticket = _ticket(mail)
        context = {**_context(mail), "has_ticket": ticket is not None}
        stem = f"mail/{'step' if context['words'] else mail.kind.replace('-', '_')}"
        message = EmailMultiAlternatives(
            subject=subject_of(mail, context["trail_name"]),
            body=render_to_string(f"{stem}.txt", context),
            from_email=sender(),
            to=[booking.email],
            reply_to=[context["office_email"]] if context["office_email"] else None,
            headers={"Auto-Submitted": "auto-generated", "Content-Language": booking.language},
        )
        message.attach_alternative(render_to_string(f"{stem}.html", context), "text/html")
        if mail.kind in WITH_CALENDAR:
            message.attach(file_name(booking), calendar_of(booking), CONTENT_TYPE)
        if ticket is not None:
            message.attach(tickets.file_name(booking), ticket, tickets.CONTENT_TYPE)
    return message


def _ticket(mail: OutboxMail) -> bytes | None:
    """Return the ticket that goes with a mail; a mail that says something leaves even if it cannot be made."""
    if mail.kind not in WITH_TICKET or not tickets.has_ticket(mail.booking):
        return None
    try:
        return tickets.ticket_of(mail.booking)
    except TypesettingError:
        # The reason is not logged: Typst may quote the name.
        logger.error("The ticket for mail %s could not be made; the mail goes without it.", mail.pk)
        return None


def _context(mail: OutboxMail) -> dict:
    booking = mail.booking
    departure = booking.departure
    trail, side = departure.trail, departure.trail.side
    words = words_of(mail.kind, booking)
    link = private_link(booking, booking.language)
    is_to_confirm = words is not None and words.is_link_to_confirm
    return {
        "words": words,
        "step_link": confirm_link(booking, booking.language) if link and is_to_confirm else link,
        "is_over": not booking.is_pending,
        "booking": booking,
        "departure": departure,
        "lang": html_lang(booking.language),
        "subject": subject_of(mail, fact_text(trail, "name").text),
        "trail_name": fact_text(trail, "name").text,
        "when": when_text(departure),
        "party": party_text(booking.adults, booking.children),
        "papers": papers_for(departure, booking.nationality_groups),
        "meeting_point": fact_text(departure.meets_at, "meeting_point").text,
        "reminders": reminders(departure),
        "guide": guide_text(departure),
        "price": price_text(departure),
        "runs": runs_text(departure),
        "note": fact_text(departure, "note").text,
        "message": mail.message and fact_text(mail.message, "text"),
        "reason": departure.get_cancel_reason_display(),
        "is_of_safety": CancelReason(departure.cancel_reason or "other").is_of_safety,
        "reason_note": fact_text(departure, "cancel_note").text,
        "organisation": fact_text(side, "organisation").text,
        "office_email": side.email,
        "office_phone": side.phone,
        "link": link,
        "departures_link": settings.SITE_URL + reverse("bookings:departures"),
        "galleries_link": f"{settings.SITE_URL}/{booking.language}/galleries/",
        "schools_link": f"{settings.SITE_URL}/{booking.language}/schools/",
        "colon": "：" if booking.language == "zh-hans" else ": ",
    }
