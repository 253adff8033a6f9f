"""What a link may lead to, and what can be wrong with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PAGE = "page", _("Page")
    DOCUMENT = "document", _("File")
    PICTURE = "picture", _("Picture")
    ADDRESS = "address", _("Address")


class Reason(models.TextChoices):
    PAGE_GONE = "page_gone", _("the page has been deleted")
    PAGE_DRAFT = "page_draft", _("the page is not published")
    DOCUMENT_GONE = "document_gone", _("the file has been deleted")
    PICTURE_GONE = "picture_gone", _("the picture has been deleted")
    NOT_FOUND = "not_found", _("there is nothing at this address of ours")
    NO_ANCHOR = "no_anchor", _("the page has no such place in it")
    NO_ADDRESS = "no_address", _("this is no address")
    NO_ANSWER = "no_answer", _("the other site does not answer")


# What visitors certainly cannot follow; a page may still be published together with one that is a draft today.
DEAD = {
    Reason.PAGE_GONE,
    Reason.DOCUMENT_GONE,
    Reason.PICTURE_GONE,
    Reason.NOT_FOUND,
    Reason.NO_ADDRESS,
}
