"""Makers of pages to be found; every value may be named."""

from content.base.models import StandardPage
from content.reserve.models import HomePage, Species, WildlifeIndexPage


def make_page(home: HomePage, title: str, slug: str, text: str = "", **fields) -> StandardPage:
    """Make a published page below a home page."""
    body = [{"type": "text", "value": f"<p>{text}</p>"}] if text else []
    page = StandardPage(title=title, slug=slug, locale=home.locale, body=body, **fields)
    home.refresh_from_db()
    home.add_child(instance=page)
    if page.live:
        page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


def make_wildlife(home_pages: dict) -> dict[str, WildlifeIndexPage]:
    """Make the published page of animals in each language."""
    pages = {}
    for code, home in home_pages.items():
        page = WildlifeIndexPage(title=f"Wildlife {code}", slug="wildlife", locale=home.locale)
        home.refresh_from_db()
        home.add_child(instance=page)
        page.save_revision().publish()
        pages[code] = page
    return pages


def make_species(slug: str = "amur-tiger", **fields) -> Species:
    values = {
        "scientific_name": f"Panthera {slug}",
        "name_en": "Amur tiger",
        "name_ru": "Амурский тигр",
        "name_zh_hans": "东北虎",
        "group": "cats",
        **fields,
    }
    return Species.objects.create(slug=slug, **values)
