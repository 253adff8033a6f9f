"""The sample facts: dates of sources as each language writes them; every species with its picture and words."""

import pytest
from PIL import Image as PillowImage

from content.base.models import Image
from content.demo.loading.picture_titles import title_of
from content.demo.loading.pictures import load_pictures, media_keys
from content.demo.loading.reserve import _source_columns, load_species
from content.demo.loading.sample import Sample
from content.demo.loading.texts import MEDIA_DIR, read_texts
from content.demo.loading.words import picture_words
from content.reserve.models import Species

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("day", "english", "russian", "chinese"),
    [
        ("2018-07-05", "5 July 2018", f"5{NBSP}июля 2018{NBSP}г.", "2018年7月5日"),
        ("2018-07", "July 2018", f"июль 2018{NBSP}г.", "2018年7月"),
        ("2018", "2018", f"2018{NBSP}г.", "2018年"),
    ],
)
def test_date_of_a_source_is_written_as_the_language_does(day, english, russian, chinese):
    title = {"en": "Paper", "ru": "Газета", "zh": "报纸"}
    columns = _source_columns([{"title": title, "date": day}])
    written = {name: text.replace("\u202f", NBSP) for name, text in columns.items()}
    assert written == {
        "sources_en": f"Paper ({english})",
        "sources_ru": f"Газета ({russian})",
        "sources_zh_hans": f"报纸（{chinese}）",
    }


FILMED = {record["species"] for record in read_texts("footage")["sequences"]}
SPECIES = {record["slug"]: record for record in read_texts("species")["species"]}
PORTRAITS = {path.stem for path in (MEDIA_DIR / "portraits").glob("*.webp")}


def test_every_species_has_frames_or_a_portrait_never_both():
    assert set(SPECIES) == FILMED | PORTRAITS
    assert set() == FILMED & PORTRAITS
    assert {slug for slug, record in SPECIES.items() if "portrait" in record} == PORTRAITS


@pytest.mark.parametrize("slug", sorted(PORTRAITS))
def test_portrait_is_told_in_three_languages_and_kept_in_view(slug):
    portrait = SPECIES[slug]["portrait"]
    assert {key for key, text in portrait["alt"].items() if text.strip()} == {"en", "ru", "zh"}
    assert all(0.2 <= share <= 0.8 for share in portrait["focus"])


def test_portraits_are_wide_and_small():
    sizes = {PillowImage.open(MEDIA_DIR / f"portraits/{slug}.webp").size for slug in PORTRAITS}
    assert sizes == {(1600, 1000)}
    assert (
        sum((MEDIA_DIR / f"portraits/{slug}.webp").stat().st_size for slug in PORTRAITS)
        <= 2_500_000
    )


@pytest.mark.django_db
def test_every_loaded_species_shows_a_sample_picture_with_words_in_three_languages(monkeypatch):
    wanted = [key for key in media_keys() if not key.startswith("banners/")]
    monkeypatch.setattr("content.demo.loading.pictures.media_keys", lambda: wanted)
    sample = Sample()
    sample.pictures = load_pictures(picture_words(), sample.collection("Sample pictures"))
    load_species(sample)
    shown = {one.slug: one.image for one in Species.objects.select_related("image")}
    assert set(shown) == set(SPECIES)
    wordless = [
        slug
        for slug, image in shown.items()
        if not image or not all((image.alt_en, image.alt_ru, image.alt_zh_hans, image.is_sample))
    ]
    assert wordless == []
    by_portrait = {
        slug for slug, image in shown.items() if image.title == title_of(f"portraits/{slug}")
    }
    assert by_portrait == PORTRAITS


@pytest.mark.django_db
def test_sample_picture_keeps_the_point_its_words_name(monkeypatch):
    monkeypatch.setattr(
        "content.demo.loading.pictures.media_keys", lambda: ["portraits/red-squirrel"]
    )
    load_pictures(picture_words(), Sample().collection("Sample pictures"))
    image = Image.objects.get(title=title_of("portraits/red-squirrel"))
    across, down = SPECIES["red-squirrel"]["portrait"]["focus"]
    assert (image.focal_point_x, image.focal_point_y) == (
        round(across * 1600),
        round(down * 1000),
    )
    assert image.has_focal_point()  # Wagtail's own cropping wants a size of it as well


def test_pictures_are_titled_by_name_each_by_its_own():
    titles = [title_of(key) for key in media_keys()]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if "/" in title]
    assert title_of("frames/leopard-snow-1-2").startswith("Amur leopard · Дальневосточный леопард")
