"""The first steps: languages, home pages, the mark that says "sample site"."""

from wagtail.models import Locale, Page, Site

from content.base.models import SiteSettings
from content.demo.loading.sample import Sample
from content.demo.loading.texts import LANGUAGES, in_language, read_texts
from content.reserve.models import HomePage


class NotASampleSiteError(Exception):
    """The database holds content and is not marked as a sample site."""


def refuse_real_sites() -> None:
    """Raise NotASampleSiteError unless the database is empty or marked as sample."""
    has_content = HomePage.objects.exists()
    if has_content and not SiteSettings.load().is_sample_site:
        raise NotASampleSiteError


def load_languages(sample: Sample) -> None:
    """Make the three locales and mark the site as sample."""
    for key, code in LANGUAGES.items():
        sample.locales[key], _made = Locale.objects.get_or_create(language_code=code)
    site_settings = SiteSettings.load()
    if not site_settings.is_sample_site:
        site_settings.is_sample_site = True
        site_settings.partners_en = (
            "Land of the Leopard National Park\nNortheast China Tiger and Leopard National Park"
        )
        site_settings.partners_ru = (
            "Национальный парк «Земля леопарда»\n"
            "Северо-Восточный национальный парк тигра и леопарда"
        )
        site_settings.partners_zh_hans = "“豹之乡”国家公园\n东北虎豹国家公园"
        site_settings.legal_line_en = (
            "Sample site: nothing here is an official statement of either park."
        )
        site_settings.legal_line_ru = (
            "Демонстрационный сайт: ничто здесь не является официальным заявлением парков."
        )
        site_settings.legal_line_zh_hans = "演示网站：本站内容均非两国公园的正式声明。"
        site_settings.save()


def load_home(sample: Sample) -> None:
    """Make the three home pages in place of Wagtail's welcome page."""
    record = next(page for page in read_texts("reserve_pages")["pages"] if page["path"] == "")
    root = Page.get_first_root_node()
    site = Site.objects.filter(is_default_site=True).first()
    if site and isinstance(site.root_page.specific, HomePage):
        return
    welcome = root.get_children().filter(slug="home").first()
    english = _add_home(sample, root, record, "en", None)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "port": 80,
            "root_page": english,
            "site_name": "Land of Big Cats",
        },
    )
    if welcome is not None:
        welcome.delete()
    for key in ("ru", "zh"):
        _add_home(sample, Page.get_first_root_node(), record, key, english.translation_key)


def _add_home(sample: Sample, root: Page, record: dict, key: str, translation_key) -> HomePage:
    home = HomePage(
        title=in_language(record, "title", key),
        slug=f"home-{LANGUAGES[key]}",
        locale=sample.locales[key],
        summary=in_language(record, "summary", key),
        search_description=in_language(record, "seo_description", key),
        image_id=sample.picture_pk("banners/home"),
        is_sample=True,
    )
    for name in ("headline", "mission", "visit_text", "learn_text", "watch_text"):
        setattr(home, name, in_language(record.get("home", {}), name, key))
    if translation_key:
        home.translation_key = translation_key
    root.add_child(instance=home)
    home.save_revision().publish()
    return home
