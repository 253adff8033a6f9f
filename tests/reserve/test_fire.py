"""The fire danger: whose, until when, on which pages, and who may set it."""

from datetime import date, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from content.base.models import StandardPage
from content.reserve.fire import fire_notices
from content.reserve.models import FireDanger
from tests.trails.factories import make_indexes, make_pages, make_trail

pytestmark = pytest.mark.django_db
NOON = "2027-04-20T03:00:00Z"


def make_danger(side: str = "RU", level: int = 4, **changes) -> FireDanger:
    fields = {"valid_until": date(2027, 4, 20), "text_en": f"Word for {side}."}
    return FireDanger.objects.create(side_id=side, level=level, **{**fields, **changes})


@pytest.fixture
def site(home_pages, sides):
    """A trail on each side, a page of the visit section and one outside it."""
    indexes = make_indexes(home_pages)
    for code in ("RU", "CN"):
        make_pages(indexes, make_trail(code, slug=f"walk-{code.lower()}"))
    for slug in ("visit", "about"):
        home = home_pages["en"]
        home.refresh_from_db()
        page = home.add_child(instance=StandardPage(title=slug, slug=slug, locale=home.locale))
        page.add_child(instance=StandardPage(title="Below", slug="below", locale=home.locale))
    return home_pages


def notices_on(client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    found = BeautifulSoup(response.content, "html.parser").select(".fire-notice .notice__title")
    return [title.get_text() for title in found]


@time_machine.travel(NOON, tick=False)
def test_each_page_tells_the_fire_danger_of_its_side(client, site):
    make_danger("RU", 4)
    make_danger("CN", 3)
    russian = "Fire danger on the Russian side: high (class 4 of 5)"
    chinese = "Fire danger on the Chinese side: elevated (class 3 of 5)"
    assert notices_on(client, "/en/trails/walk-ru/") == [russian]
    assert notices_on(client, "/en/trails/walk-cn/") == [chinese]
    for address in ("/en/", "/en/trails/", "/en/visit/", "/en/visit/below/"):
        assert notices_on(client, address) == [russian, chinese], address
    assert notices_on(client, "/en/about/below/") == []


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Fire danger on the Russian side: extreme (class 5 of 5)"),
        ("ru", "Пожарная опасность на российской стороне: чрезвычайная (V класс)"),
        ("zh-hans", "俄罗斯一侧森林火险等级：五级（极高）"),
    ],
)
@time_machine.travel(NOON, tick=False)
def test_it_is_told_in_the_readers_language(client, site, language, title):
    make_danger(level=5)
    assert notices_on(client, f"/{language}/") == [title]
    [notice] = BeautifulSoup(client.get(f"/{language}/").content, "html.parser").select(
        ".fire-notice"
    )
    assert notice.find(string="Word for RU.").parent.get("lang") == (
        None if language == "en" else "en"
    )


def test_it_goes_by_itself_when_the_day_is_over_on_its_own_clock(client, site):
    with time_machine.travel("2027-04-20T13:59:00Z", tick=False) as clock:  # 23:59 in Vladivostok
        make_danger("RU")
        make_danger("CN")
        assert len(notices_on(client, "/en/")) == 2
        clock.move_to("2027-04-20T14:01:00Z")
        assert [notice.side for notice in fire_notices("en")] == ["CN"]
        assert len(notices_on(client, "/en/")) == 1
        clock.move_to("2027-04-20T16:01:00Z")
        assert notices_on(client, "/en/") == []


@time_machine.travel(NOON, tick=False)
def test_the_newest_notice_holds_and_shows_at_once(site, django_assert_num_queries):
    make_danger(level=5)
    assert [notice.level for notice in fire_notices("en")] == [5]
    newer = make_danger(level=3)
    assert [notice.level for notice in fire_notices("en")] == [3]
    with django_assert_num_queries(0):
        assert fire_notices("en", "CN") == []
    newer.delete()
    assert [notice.level for notice in fire_notices("en")] == [5]


@time_machine.travel(NOON, tick=False)
def test_readers_are_led_to_the_rules_in_their_language(site):
    pages = {}
    for code, home in site.items():
        home.refresh_from_db()
        pages[code] = StandardPage(title="Rules", slug="fire", locale=home.locale)
        if code != "en":
            pages[code].translation_key = pages["en"].translation_key
        if code != "zh-hans":
            home.add_child(instance=pages[code])
    make_danger(rules_page=pages["en"])
    urls = {code: fire_notices(code)[0].rules_url for code in site}
    assert urls == {"en": "/en/fire/", "ru": "/ru/fire/", "zh-hans": ""}


@pytest.mark.parametrize(("days", "is_good"), [(-2, False), (0, True), (31, True), (32, False)])
def test_the_last_day_lies_within_a_month(sides, days, is_good):
    danger = FireDanger(
        side=sides["RU"], level=4, valid_until=timezone.localdate() + timedelta(days=days)
    )
    if is_good:
        danger.full_clean()
        return
    refusals = set()
    for language in ("en", "ru", "zh-hans"):
        with override(language):
            with pytest.raises(ValidationError) as refusal:
                danger.full_clean()
            refusals.add(refusal.value.message_dict["valid_until"][0])
    assert len(refusals) == 3


@time_machine.travel(NOON, tick=False)
def test_words_of_staff_are_escaped(client, site):
    make_danger(text_en="<script>x</script>")
    assert b"<script>x" not in client.get("/en/").content
