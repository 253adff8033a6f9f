"""What the pages of the data to download show, and the file itself."""

from dataclasses import dataclass

from django.http import FileResponse, HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from content.base.choices import LICENCE_URLS, Licence
from content.base.formats import format_date
from content.base.menus import MenuItem
from content.cameratraps.editions import services
from content.cameratraps.editions.schemas import OWN, address_of
from content.cameratraps.editions.words import (
    citation,
    contents_of,
    title_of,
    years_of,
)
from content.cameratraps.models import Edition

DATA = "data/"


@dataclass(frozen=True)
class EditionCard:
    """One edition as the pages tell of it; of one that was pulled back only that."""

    name: str
    title: str
    url: str
    published: str
    pulled: str
    contents: list[str]
    years: str
    size: str
    sha256: str
    licence: str
    licence_url: str
    citation: str
    is_sample: bool

    @classmethod
    def of(cls, edition: Edition, page_url: str) -> "EditionCard":
        day = edition.published_at.date()
        return cls(
            name=edition.name,
            title=title_of(edition.name),
            url=f"{page_url}{DATA}{edition.name}/",
            published=format_date(day),
            pulled=format_date(edition.pulled_at.date()) if edition.pulled_at else "",
            contents=contents_of(edition) if edition.is_public else [],
            years=years_of(edition) if edition.is_public else "",
            size=filesizeformat(edition.size),
            sha256=edition.sha256,
            licence=str(Licence(edition.licence).label),
            licence_url=LICENCE_URLS[Licence(edition.licence)],
            citation=citation(edition.name, day),
            is_sample=edition.is_sample,
        )


def data_context(page, request: HttpRequest) -> dict:
    """Return the editions, the newest first."""
    address = page.get_url(request)
    editions = [EditionCard.of(edition, address) for edition in Edition.objects.told()]
    return {
        "extra_breadcrumbs": [MenuItem(page.title, address)],
        "editions": editions,
        "has_any": any(not edition.pulled for edition in editions),
        "schemas": [{"name": table, "url": address_of(table)} for table in OWN],
    }


def edition_context(page, request: HttpRequest, name: str) -> dict | None:
    """Return one edition, or None; one that was pulled back says so."""
    edition = Edition.objects.told().filter(name=name).first()
    if edition is None:
        return None
    address = page.get_url(request)
    return {
        "extra_breadcrumbs": [
            MenuItem(page.title, address),
            MenuItem(_("Data to download"), f"{address}{DATA}"),
        ],
        "edition": EditionCard.of(edition, address),
    }


def package_response(name: str) -> FileResponse | None:
    """Return the file of a published edition; None for an unknown one, and for one that tells too much by now."""
    edition = Edition.objects.public().filter(name=name).first()
    if edition is None:
        return None
    if not services.stays_public(edition):  # whoever wrote past the verbs
        services.pull(edition)
        return None
    answer = FileResponse(edition.file.open("rb"), content_type="application/zip")
    answer.headers["Content-Disposition"] = content_disposition_header(
        True, f"land-of-big-cats-{edition.name}.zip"
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
