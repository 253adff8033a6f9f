"""Vector 19: a name that only staff know is held back wherever somebody writes it, in any script."""

import pytest
from django.core.exceptions import ValidationError

from content.base.models import SiteSettings
from content.base.private_names import private_names_in
from content.base.site_settings import forget_settings
from content.cameratraps import checklist, services
from staff.quality.checks import Level, check_page
from tests.cameratraps.animals import make_alias, person
from tests.cameratraps.factories import make_event, make_gallery, make_image
from tests.stories.factories import make_indexes, make_story

pytestmark = pytest.mark.django_db
NAMES = "Stony Ridge\nКедров*\n石头岭\nГрязный ключ\n*\n"


@pytest.fixture(autouse=True)
def _names():
    SiteSettings.objects.update_or_create(
        pk=SiteSettings.load().pk, defaults={"private_names": NAMES}
    )
    forget_settings()
    yield
    forget_settings()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seen at stony-ridge at dusk", ["Stony Ridge"]),
        ("<p>STONY <b>RIDGE</b></p>", ["Stony Ridge"]),
        ("Под Кедровой падью", ["Кедров*"]),
        ("кедр", []),
        ("在石头岭附近拍到", ["石头岭"]),
        ("у Грязного ключа", []),  # declined, and the list has no star
        ("the Stony Ridges", []),
        ("Грязный ключ, Stony Ridge", ["Stony Ridge", "Грязный ключ"]),
        ("", []),
    ],
)
def test_19_a_name_is_found_as_people_write_it(text, found):
    assert private_names_in(text) == found


@pytest.mark.parametrize("column", ["title_en", "caption_ru", "behaviour_zh_hans"])
def test_19_no_text_of_a_visit_is_stored_with_it(column, sides):
    event = make_event(released=False)
    setattr(event, column, "по Кедровой")
    with pytest.raises(ValidationError) as refused:
        event.full_clean()
    assert "Кедров*" in refused.value.message_dict[column][0]


def test_19_nor_of_a_picture_or_an_animal(sides):
    for record, column in ((make_image(), "alt_en"), (make_alias().individual, "about_en")):
        setattr(record, column, "by Stony Ridge")
        with pytest.raises(ValidationError) as refused:
            record.clean()
        assert column in refused.value.message_dict


def test_19_a_visit_that_names_it_in_any_text_is_not_released(sides):
    for change in ({"caption_zh_hans": "石头岭"}, {}):
        event = make_event(released=False, **change)
        if not change:
            image = event.media.first().image
            type(image).objects.filter(pk=image.pk).update(alt_ru="за Кедровкой")
        with pytest.raises(ValidationError, match=r"石头岭|Кедров\*"):
            services.release_event(
                event, person("RU"), answers=checklist.all_absent(), reason="Fit"
            )
        assert not event.releases.exists()


def test_19_a_story_that_names_it_is_held_back_and_says_where(home_pages):
    body = [{"type": "text", "value": "<p>We walked to <i>Stony Ridge</i>.</p>"}]
    story = make_story(make_indexes(home_pages)["en"], body=body)
    found = [one for one in check_page(story) if one.code == "private name"]
    assert [(one.level, "Stony Ridge" in one.words) for one in found] == [(Level.MUST, True)]


def test_19_no_page_shows_the_list(client, home_pages, sides):
    page = make_gallery(home_pages, make_event())["en"]
    for address in ("/en/", "/en/galleries/", page.url):
        html = client.get(address).content.decode()
        assert not [name for name in NAMES.split("\n") if len(name) > 2 and name in html]
