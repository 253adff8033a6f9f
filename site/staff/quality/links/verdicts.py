"""What is wrong with links, asked for many at once."""

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from staff.quality.links.extracting import Link
from staff.quality.links.other_sites import OtherSites
from staff.quality.links.own_site import OwnSite, is_own
from staff.quality.links.reasons import Kind, Reason

SCHEMES_NOBODY_ASKS = {"mailto", "tel", "geo", "sms"}


class Verdicts:
    """Judges links; each kind of target is looked up in one query, each address asked for once."""

    def __init__(self, *, asks_other_sites: bool = False) -> None:
        self._own_site = OwnSite()
        self._other_sites = OtherSites() if asks_other_sites else None
        self._pages: dict[str, bool] = {}
        self._documents: set[str] = set()
        self._pictures: set[str] = set()

    def learn(self, links: Iterable[Link]) -> None:
        """Look up what these links lead to."""
        links = list(links)
        live = dict(Page.objects.filter(pk__in=_keys(links, Kind.PAGE)).values_list("pk", "live"))
        self._pages = {str(pk): is_live for pk, is_live in live.items()}
        self._documents = _there(get_document_model(), _keys(links, Kind.DOCUMENT))
        self._pictures = _there(get_image_model(), _keys(links, Kind.PICTURE))

    def reason(self, link: Link, *, own_address: str = "") -> Reason | None:
        """Return what is wrong with a link that has been learnt; None when it leads somewhere.

        `own_address` is that of the page the link stands on, for links within the page.
        """
        match link.kind:
            case Kind.PAGE:
                return _page_reason(self._pages.get(link.target))
            case Kind.DOCUMENT:
                return None if link.target in self._documents else Reason.DOCUMENT_GONE
            case Kind.PICTURE:
                return None if link.target in self._pictures else Reason.PICTURE_GONE
        return self._reason_of_address(link.target, own_address)

    def _reason_of_address(self, address: str, own_address: str) -> Reason | None:
        try:
            parts = urlsplit(address)
            has_host = bool(parts.hostname)
        except ValueError:
            return Reason.NO_ADDRESS
        if parts.scheme in SCHEMES_NOBODY_ASKS:
            return None
        if parts.scheme not in ("", "http", "https") or not address:
            return Reason.NO_ADDRESS
        if not is_own(address):
            return self._reason_of_other_site(address) if has_host else Reason.NO_ADDRESS
        if not parts.netloc and not parts.path.startswith("/"):
            if parts.path or not (parts.fragment or parts.query):
                return Reason.NO_ADDRESS
            if not own_address:
                return None  # a place within a page that is not published yet
            address = f"{own_address}{address}"
        return self._reason_of_own(address, unquote(parts.fragment))

    def _reason_of_own(self, address: str, anchor: str) -> Reason | None:
        status, anchors = self._own_site.answer(address)
        if status >= 400:
            return Reason.NOT_FOUND
        if anchor and anchors and anchor not in anchors:
            return Reason.NO_ANCHOR
        return None

    def _reason_of_other_site(self, address: str) -> Reason | None:
        if self._other_sites is None or self._other_sites.answers(address):
            return None
        return Reason.NO_ANSWER


def _page_reason(is_live: bool | None) -> Reason | None:
    if is_live is None:
        return Reason.PAGE_GONE
    return None if is_live else Reason.PAGE_DRAFT


def _keys(links: list[Link], kind: Kind) -> set[str]:
    return {link.target for link in links if link.kind == kind and link.target.isdecimal()}


def _there(model: type[models.Model], keys: set[str]) -> set[str]:
    return {str(pk) for pk in model.objects.filter(pk__in=keys).values_list("pk", flat=True)}
