"""Looking at every link of the live site and writing down those that lead nowhere."""

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import override
from wagtail.models import Page

from bookings.databases import lies_apart
from content.base.languages import LANGUAGE_NAMES
from staff.quality.facts import fact_kinds
from staff.quality.links.extracting import Link, links_in
from staff.quality.links.verdicts import Verdicts
from staff.quality.models import BrokenLink
from staff.quality.walking import said


def find_broken_links(*, asks_other_sites: bool = False) -> list[BrokenLink]:
    """Look at every live page and every fact; store what is broken in place of what was, and return it.

    A link that was broken before keeps the day on which it was found.
    """
    stood = [*_links_of_pages(), *_links_of_facts()]
    verdicts = Verdicts(asks_other_sites=asks_other_sites)
    verdicts.learn([link for _record, links in stood for link in links])
    found = [
        broken for record, links in stood for broken in _broken_links_of(record, links, verdicts)
    ]
    _replace(BrokenLink.objects.all(), found)
    return found


def look_again_at(page: Page) -> None:
    """Look anew at a page with broken links that was published or taken down; a whole one waits for the night."""
    rows = BrokenLink.objects.filter(page_id=page.pk)
    if not rows.exists():
        return
    links = list(links_in(page)) if page.live else []
    verdicts = Verdicts()
    verdicts.learn(links)
    _replace(rows, list(_broken_links_of(page, links, verdicts)))


def _links_of_pages() -> Iterator[tuple[Page, list[Link]]]:
    for page in Page.objects.live().filter(depth__gt=1).specific().iterator(chunk_size=100):
        yield page, list(links_in(page))


def _links_of_facts() -> Iterator[tuple[models.Model, list[Link]]]:
    for kind in fact_kinds():
        if kind.owner_field or lies_apart(kind.model):
            continue  # met within the record it belongs to; what lies apart is not looked at
        for record in kind.model._default_manager.all().iterator(chunk_size=200):
            yield record, list(links_in(record))


def _broken_links_of(
    record: models.Model, links: list[Link], verdicts: Verdicts
) -> Iterator[BrokenLink]:
    is_page = isinstance(record, Page)
    own_address = record.url if is_page and links else ""
    for link in links:
        reason = verdicts.reason(link, own_address=own_address or "")
        if reason:
            whose = {"page_id": record.pk} if is_page else _key_of(record)
            yield BrokenLink(
                places=_in_every_language(link.way),
                kind=link.kind,
                address=link.target[:600],
                reason=reason,
                **whose,
            )


def _in_every_language(way: tuple) -> dict[str, str]:
    words = {}
    for code in LANGUAGE_NAMES:
        with override(code):
            words[code] = said(way)
    return words


def _key_of(record: models.Model) -> dict:
    return {"content_type": ContentType.objects.get_for_model(record), "object_id": str(record.pk)}


@transaction.atomic
def _replace(rows: models.QuerySet[BrokenLink], found: list[BrokenLink]) -> None:
    known = {_key(row): row.found_at for row in rows}
    for broken in found:
        broken.found_at = known.get(_key(broken), broken.found_at)
    rows.delete()
    BrokenLink.objects.bulk_create(found)


def _key(row: BrokenLink) -> tuple:
    return row.page_id, row.content_type_id, row.object_id, row.address, row.reason
