"""Taking a fact's text for right although another language of it has changed."""

from django.db.models import Model
from django.http import HttpRequest
from wagtail import hooks

from content.base.choices import SideCode
from content.base.permissions import SIDE_LANGUAGES, SidePermissionPolicy
from content.base.texts.columns import column_of
from content.base.texts.outdated import outdated_texts, settle
from staff.models import User
from staff.quality.facts import policy_of


@hooks.register("after_edit_snippet")
def settle_ticked_texts(request: HttpRequest, record: Model) -> None:
    """Settle the texts whose box was ticked in a form that has just been saved."""
    ticked = request.POST.getlist("still-right")
    for text in outdated_texts(record) if ticked else ():
        column = column_of(text.field, text.language)
        if column in ticked and _may_settle(request.user, record, text.language):
            settle(record, text.field, text.language)


def _may_settle(user: User, record: Model, language: str) -> bool:
    """Say whether a language is a person's to judge; of the other side's records only their own is."""
    policy = policy_of(type(record))
    if isinstance(policy, SidePermissionPolicy) and policy.only_translates(user, record):
        return SIDE_LANGUAGES[SideCode(user.side)] == language
    return True
