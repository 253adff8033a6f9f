"""What every loading step works with: languages, pages, pictures. All of it may be run again and again."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from wagtail.models import Collection, Locale, Page, Site

from content.base.models import BasePage, Image
from content.demo.loading.bodies import stream_data
from content.demo.loading.texts import LANGUAGES, columns, in_language, read_texts


@dataclass
class Sample:
    """The sample site while it is being loaded. Nothing that exists already is overwritten."""

    pictures: dict[str, int] = field(default_factory=dict)  # picture key → primary key
    picture_sizes: Any = None  # pictures.PictureSizes, at work in the background
    locales: dict[str, Locale] = field(default_factory=dict)  # language key → locale

    texts = staticmethod(read_texts)
    columns = staticmethod(columns)

    def picture(self, key: str | None) -> Image | None:
        """Return the picture of a media key, or None when there is none of that name."""
        pk = self.pictures.get(key or "")
        return Image.objects.get(pk=pk) if pk else None

    def picture_pk(self, key: str | None) -> int | None:
        return self.pictures.get(key or "")

    def body(self, record: dict, key: str) -> list[dict]:
        """Return the record's `body` as raw StreamField data in one language key."""
        return [
            block
            for block in stream_data(record.get("body", []), key, self.picture_pk)
            if block["type"] != "figure" or block["value"]["image"]
        ]

    def home(self, key: str) -> Page:
        """Return the home page of one language key."""
        root = Site.objects.get(is_default_site=True).root_page
        return root if key == "en" else root.get_translation(self.locales[key])

    def page_at(self, path: str, key: str) -> Page:
        """Return the page at a path below the language root (`visit/ticks`; empty for home), specific."""
        home = self.home(key)
        url_path = f"{home.url_path}{path}/" if path else home.url_path
        return Page.objects.get(url_path=url_path).specific

    def ensure_pages(
        self,
        model: type[BasePage],
        path: str,
        record: dict,
        *,
        languages: list[str] | None = None,
        image: str | None = None,
        in_menu: bool = False,
        fields=None,
    ) -> dict[str, BasePage]:
        """Create the pages of one thing, one per language key, published and linked as translations.

        `record` holds `title`, `summary`, `seo_description` per language, `body` and `banner`; `fields(key)` returns
        further field values. A page that exists is returned as it is.
        """
        parent_path, _slash, slug = path.rpartition("/")
        made: dict[str, BasePage] = {}
        translation_key: UUID | None = None
        for key in languages or list(LANGUAGES):
            parent = self.page_at(parent_path, key)
            page = model.objects.child_of(parent).filter(slug=slug).first()
            if page is None:
                page = model(
                    title=in_language(record, "title", key),
                    slug=slug,
                    locale=self.locales[key],
                    translation_key=translation_key or uuid4(),
                    summary=in_language(record, "summary", key).strip(),
                    search_description=in_language(record, "seo_description", key).strip(),
                    image_id=self.picture_pk(image or record.get("banner")),
                    is_sample=True,
                    show_in_menus=in_menu,
                )
                if record.get("body") and hasattr(model, "body"):
                    page.body = self.body(record, key)
                for name, value in (fields(key) if fields else {}).items():
                    setattr(page, name, value)
                parent.add_child(instance=page)
                page.save_revision().publish()
            translation_key = page.translation_key
            made[key] = page
        return made

    def collection(self, name: str) -> Collection:
        """Return the collection of this name under the root, made when missing."""
        root = Collection.get_first_root_node()
        return root.get_children().filter(name=name).first() or root.add_child(name=name)
