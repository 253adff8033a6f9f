"""The mails themselves, in the language their receiver works in."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.users.models import UserProfile

from bookings.mails import sender
from content.base.languages import html_lang
from staff.mailing.models import Occasion, StaffMail


@dataclass(frozen=True)
class Item:
    """One thing told: a line, what somebody wrote about it, where to see it."""

    title: str
    quotes: tuple[str, ...]
    url: str
    link: str


def letter(mail: StaffMail) -> EmailMultiAlternatives:
    """Return the mail about one thing."""
    with translation.override(language_of(mail.recipient)):
        item = item_of(mail)
        return _message(mail.recipient, item.title, [item])


def digest(mails: list[StaffMail]) -> EmailMultiAlternatives:
    """Return the daily mail: everything that waited, oldest first."""
    with translation.override(language_of(mails[0].recipient)):
        subject = ngettext(
            "Land of Big Cats: %(count)d piece of news",
            "Land of Big Cats: %(count)d pieces of news",
            len(mails),
        ) % {"count": len(mails)}
        return _message(mails[0].recipient, subject, [item_of(mail) for mail in mails])


def language_of(user) -> str:
    """Return the language of a person's staff interface."""
    profile = UserProfile.objects.filter(user_id=user.pk).first()
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def item_of(mail: StaffMail) -> Item:
    """Put one mail into words, in the active language."""
    facts = {"title": "", "name": "", "page": None, **mail.facts}
    return Item(
        _title(mail.occasion, facts), _quotes(facts), _address(facts), _link(mail.occasion, facts)
    )


def _title(occasion: str, facts: dict) -> str:
    patterns = {
        Occasion.SUBMITTED: _("“%(title)s” waits for your approval; %(name)s has submitted it."),
        Occasion.APPROVED: _("“%(title)s” is approved and published."),
        Occasion.REJECTED: _("%(name)s asks for changes in “%(title)s”."),
        Occasion.COMMENTED: _("%(name)s has commented on “%(title)s”."),
        Occasion.URGENT: _("Urgent notice published by %(name)s: %(title)s"),
        Occasion.URGENT_ENDED: _("Urgent notice ended by %(name)s: %(title)s"),
        Occasion.OVERDUE: _("Not back from the trail: %(title)s"),
        Occasion.OVERDUE_ENDED: _("All back from the trail: %(title)s"),
        Occasion.GRAVE_INCIDENT: _("Grave incident on a trail: %(title)s"),
    }
    return patterns[occasion] % {"title": _in_own_language(facts["title"]), "name": facts["name"]}


def _in_own_language(text) -> str:
    """Return a text; of one that is given in each language, the reader's."""
    return text.get(translation.get_language(), "") if isinstance(text, dict) else text


def _quotes(facts: dict) -> tuple[str, ...]:
    return tuple(facts.get("quotes", ()))


def _address(facts: dict) -> str:
    if facts["page"]:
        return settings.SITE_URL + reverse("wagtailadmin_pages:edit", args=[facts["page"]])
    return settings.SITE_URL + facts.get("path", reverse("wagtailadmin_home"))


def _link(occasion: str, facts: dict) -> str:
    if occasion in (Occasion.URGENT, Occasion.URGENT_ENDED):
        return _("See the urgent notices")
    if facts.get("path") == reverse("wagtailadmin_home"):
        return _("Open your desk")
    if occasion == Occasion.GRAVE_INCIDENT:
        return _("Open the walk")
    return _("Open the page")


def _message(user, subject: str, items: list[Item]) -> EmailMultiAlternatives:
    language = translation.get_language()
    context = {
        "subject": subject,
        "items": items,
        "lang": html_lang(language),
        "greeting": user.get_full_name() or user.get_username(),
        "account": settings.SITE_URL + reverse("wagtailadmin_account"),
        "colon": "：" if language == "zh-hans" else ": ",
    }
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string("mail/staff.txt", context),
        from_email=sender(),
        to=[user.email],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
    )
    message.attach_alternative(render_to_string("mail/staff.html", context), "text/html")
    return message
