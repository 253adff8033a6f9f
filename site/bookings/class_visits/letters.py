"""The mails about class visits: owed with the change that causes them, sent after the commit, retried until sent."""

import logging
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from bookings import databases
from bookings.claiming import claim, send_after_commit
from bookings.class_visits.lessons import chosen_lessons, plan_of
from bookings.mails import sender
from bookings.models import ClassVisit, ClassVisitLetter, LetterKind
from bookings.phones import readable
from bookings.wording import party_text
from content.base.facts import fact_text
from content.base.formats import format_date
from content.base.languages import html_lang
from content.base.permissions import SIDE_LANGUAGES

logger = logging.getLogger("bookings.class_visits")


def owe(visit: ClassVisit, kind: LetterKind, now: datetime) -> None:
    """Note a mail; a postman beside the web server sends it once this is committed, else this request itself."""
    letter = ClassVisitLetter.objects.create(visit=visit, kind=kind, next_try=now)
    send_after_commit(letter, send)


def send_due(now: datetime | None = None) -> tuple[int, int]:
    """Send what is due; return how many were sent and how many are still owed."""
    now, sent, left = now or timezone.now(), 0, 0
    for _alias in databases.in_turn():
        due = list(_owed().filter(next_try__lte=now).values_list("pk", flat=True))
        sent += sum(send(pk) for pk in due)
        left += _owed().count()
    return sent, left


def _owed():
    return ClassVisitLetter.objects.filter(sent_at=None, visit__erased_at=None)


def send(pk: int) -> bool:
    """Send one mail if it is still owed and nobody else is at it; say whether it left. Never raises for the server."""
    with databases.at(pk):
        letter = claim(_owed().select_related("visit"), pk)
    if letter is None:
        return False
    try:
        compose(letter).send()
    except (SMTPException, OSError, ValueError) as error:  # ValueError: no header can carry it
        logger.warning("A mail to a school could not be sent (%s).", type(error).__name__)
        return False
    ClassVisitLetter.objects.using(letter._state.db).filter(pk=pk).update(sent_at=timezone.now())
    return True


def compose(letter: ClassVisitLetter) -> EmailMultiAlternatives:
    """Return the message: to the teacher in the teacher's language, to the office in the office's own."""
    visit = letter.visit
    is_to_office = letter.kind == LetterKind.TO_OFFICE
    language = SIDE_LANGUAGES[visit.side_id] if is_to_office else visit.language
    with translation.override(language):
        context = _context(letter, language)
        message = EmailMultiAlternatives(
            subject=context["subject"],
            body=render_to_string("mail/class_visit.txt", context),
            from_email=sender(),
            to=[visit.side.email if is_to_office else visit.email],
            reply_to=[visit.email if is_to_office else visit.side.email],
            headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
        )
        message.attach_alternative(render_to_string("mail/class_visit.html", context), "text/html")
        for lesson in [] if is_to_office else context["lessons"]:
            if attached := plan_of(lesson):
                message.attach(*attached)
    return message


def _context(letter: ClassVisitLetter, language: str) -> dict:
    visit = letter.visit
    headings = {
        LetterKind.RECEIVED: _("We have your request for a class visit"),
        LetterKind.TO_OFFICE: _("A school asks for a class visit"),
        LetterKind.ANSWER: _("About your class visit"),
    }
    heading = headings[letter.kind]
    day = format_date(visit.wished_on, "full")
    staff_url = reverse("classvisit:inspect", args=[visit.pk])
    return {
        "kind": letter.kind,
        "visit": visit,
        "lang": html_lang(language),
        "heading": heading,
        "subject": _("%(heading)s: %(school)s, %(day)s")
        % {"heading": heading, "school": visit.school, "day": day},
        "day": day,
        "party": party_text(visit.adults, visit.pupils),
        "phone": readable(visit.phone),
        "trail_name": fact_text(visit.trail, "name").text if visit.trail else "",
        "lessons": chosen_lessons(visit, language),
        "site_url": settings.SITE_URL,
        "staff_link": settings.SITE_URL + staff_url,
        "organisation": fact_text(visit.side, "organisation").text,
        "office_phone": visit.side.phone,
        "office_email": visit.side.email,
        "colon": "：" if language == "zh-hans" else ": ",
    }
