"""The mail with the link, in the language of the person who is invited."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from content.base.formats import format_list
from staff.invitations.models import Invitation
from staff.roles import group_label
from staff.signin.people import language_of_person, moment_for


def invitation_mail(invitation: Invitation, token: str) -> EmailMessage:
    """Return the message, ready to be sent."""
    person, host = invitation.person, invitation.invited_by
    with override(language_of_person(person)):
        context = {
            "person": person,
            "host": host.get_full_name() or host.get_username() if host else "",
            "roles": format_list([group_label(group.name) for group in person.groups.all()]),
            "link": settings.SITE_URL + reverse("open_invitation", args=[token]),
            "until": moment_for(person, invitation.expires_at),
        }
        text = render_to_string("staff/mail/invitation.txt", context)
        return EmailMessage(_("Your invitation to Land of Big Cats"), text, to=[person.email])
