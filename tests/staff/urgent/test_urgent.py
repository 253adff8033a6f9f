"""An urgent notice: at once, in three languages, by those whose place it is."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from content.notices.models import PreparedPhrase, UrgentNotice
from content.notices.queries import notices_on
from content.notices.services import NoticeError, Place, publish_notice
from content.reserve.models import Side
from tests.staff.factories import make_staff
from tests.trails.factories import make_indexes, make_pages, make_trail

NEW = "/staff/urgent/new/"


def choice(place: str, **changes) -> dict:
    phrase = PreparedPhrase.objects.filter(kind="fire").order_by("order").first()
    return {
        "phrase": phrase.pk,
        "place": place,
        "last_day": (timezone.localdate() + timedelta(days=2)).isoformat(),
        **changes,
    }


def texts_of(answer) -> dict:
    form = answer.context["form"]
    return {name: form.initial[name] for name in form.fields}


def publish(client, place: str, changes: dict | None = None):
    texts = texts_of(client.post(NEW, choice(place)))
    return client.post(NEW, choice(place) | texts | {"publish": "1"} | (changes or {}))


@pytest.fixture
def trail(staffed, home_pages):
    trail = make_trail("RU", name_en="Lair", name_ru="Логово", name_zh_hans="豹穴")
    trail.its_pages = make_pages(make_indexes(home_pages), trail)
    return trail


def test_officer_publishes_at_once_in_three_languages(
    client, trail, django_capture_on_commit_callbacks
):
    for side, language in (("RU", "ru"), ("CN", "zh-hans")):
        user = make_staff("moderator", side, language)
        user.email = f"{side}@example.org"
        user.save()
    assert client.get("/ru/").status_code == 200  # the cache holds “none”
    client.force_login(make_staff("booking-officer", "RU", "ru"))
    texts = texts_of(client.post(NEW, choice(f"trail-{trail.pk}")))
    assert texts["text_ru"].startswith("Лесной пожар: Логово. ")
    assert texts["text_zh_hans"].startswith("森林火灾：豹穴。")
    with django_capture_on_commit_callbacks(execute=True):
        answer = publish(client, f"trail-{trail.pk}")
    assert answer.url == reverse("staff_urgent_notices")
    for code, name in (("en", "Lair"), ("ru", "Логово"), ("zh-hans", "豹穴")):
        page = client.get(trail.its_pages[code].url).content.decode()
        assert "urgent-notice" in page and name in page
        assert "urgent-notice" in client.get(f"/{code}/").content.decode()
        assert 'class="urgent-notice"' not in client.get(f"/{code}/stories/").content.decode()
    assert sorted((m.to[0], m.extra_headers["Content-Language"]) for m in mail.outbox) == [
        ("CN@example.org", "zh-hans"),
        ("RU@example.org", "ru"),
    ]
    notice = UrgentNotice.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("staff_urgent_end", args=[notice.pk]))
    assert 'class="urgent-notice"' not in client.get("/ru/").content.decode()
    assert UrgentNotice.objects.get().ended_by.side == "RU"


def test_notice_of_a_trail_is_not_on_other_trails(trail, home_pages):
    user = make_staff("moderator", "RU")
    other = make_trail("RU")
    place = Place(side=trail.side, trail=trail)
    texts = {"en": "Fire", "ru": "Пожар", "zh-hans": "火灾"}
    publish_notice(user, "fire", place, texts, timezone.localdate())
    page = trail.its_pages["ru"]
    assert len(notices_on(page)) == 1
    page.trail = other
    assert notices_on(page) == []


def test_notice_ends_by_itself_with_its_last_day(staffed):
    with time_machine.travel("2026-07-01T12:00:00+10:00", tick=False):
        publish_notice(
            make_staff("moderator", "CN"),
            "weather",
            Place(side=Side.objects.get(pk="CN")),
            {"en": "Typhoon", "ru": "Тайфун", "zh-hans": "台风"},
            timezone.localdate() + timedelta(days=1),
        )
    with time_machine.travel("2026-07-02T23:59:00+08:00", tick=False):
        assert len(notices_on(None)) == 1
    with time_machine.travel("2026-07-03T00:00:00+08:00", tick=False):
        assert notices_on(None) == []


@pytest.mark.parametrize(
    ("role", "side", "place", "may"),
    [
        ("booking-officer", "RU", "side-RU", True),
        ("booking-officer", "RU", "side-CN", False),
        ("booking-officer", "RU", "everywhere", False),
        ("moderator", "CN", "everywhere", True),
        ("moderator", "CN", "side-RU", False),
        ("administrator", "", "side-CN", True),
        ("editor", "RU", "side-RU", False),
        ("translator", "RU", "side-RU", False),
    ],
)
def test_each_publishes_for_their_own_side(staffed, client, role, side, place, may):
    client.force_login(make_staff(role, side))
    texts = {"text_en": "Fire", "text_ru": "Пожар", "text_zh_hans": "火灾"}
    client.post(NEW, choice(place) | texts | {"publish": "1"})
    assert UrgentNotice.objects.exists() is may


def test_other_sides_notice_cannot_be_ended(staffed, client):
    client.force_login(make_staff("moderator", "RU"))
    publish(client, "side-RU")
    notice = UrgentNotice.objects.get()
    client.force_login(make_staff("moderator", "CN"))
    client.post(reverse("staff_urgent_end", args=[notice.pk]))
    page = client.get(reverse("staff_urgent_notices")).content.decode()
    assert notice.text_ru in page
    assert reverse("staff_urgent_end", args=[notice.pk]) not in page
    notice.refresh_from_db()
    assert notice.ended_at is None


@pytest.mark.parametrize(
    "changes",
    [
        {"text_zh_hans": "   "},
        {"text_ru": "Пожар: {place}"},
        {"last_day": "2020-01-01"},
        {"last_day": "2099-01-01"},
        {"last_day": ""},
        {"phrase": "1 OR 1=1"},
        {"place": "trail-999999"},
        {"text_en": "x" * 401},
    ],
)
def test_what_is_not_whole_is_not_published(staffed, client, changes):
    client.force_login(make_staff("moderator", "RU"))
    assert publish(client, "side-RU", changes).status_code == 200
    assert not UrgentNotice.objects.exists()


def test_hostile_text_is_shown_as_text(staffed, client, django_capture_on_commit_callbacks):
    client.force_login(make_staff("moderator", "RU"))
    with django_capture_on_commit_callbacks(execute=True):
        publish(client, "everywhere", {"text_ru": "<script>alert(1)</script>"})
    page = client.get("/ru/visit/").content.decode()
    assert "&lt;script&gt;alert(1)" in page


def test_database_refuses_a_missing_language(staffed):
    now = timezone.now()
    values = {"kind": "fire", "last_day": now.date(), "published_at": now}
    for missing in (None, ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            UrgentNotice.objects.create(
                text_en="Fire",
                text_ru=missing,
                text_zh_hans="火",
                ends_at=now + timedelta(1),
                **values,
            )


def test_empty_texts_are_refused_by_the_verb_too(staffed):
    user, day = make_staff("moderator", "RU"), timezone.localdate()
    with pytest.raises(NoticeError, match="中文"):
        publish_notice(user, "fire", Place(), {"en": "Fire", "ru": "Пожар"}, day)


def test_phrase_needs_its_three_texts_and_known_gaps(staffed, client):
    client.force_login(make_staff("moderator", "CN"))
    address = reverse("wagtailsnippets_notices_preparedphrase:add")
    data = {"kind": "fire", "order": 9, "text_en": "Fire", "text_ru": "Пожар", "text_zh_hans": ""}
    assert "text_zh_hans" in client.post(address, data).context["form"].errors
    wrong = data | {"text_zh_hans": "火{0.__class__}"}
    assert "text_zh_hans" in client.post(address, wrong).context["form"].errors
    assert client.post(address, data | {"text_zh_hans": "火"}).status_code == 302
    client.force_login(make_staff("booking-officer", "CN"))
    assert client.get(address).url == "/staff/"


@pytest.mark.parametrize("size", [1, 3])
def test_list_asks_the_same_however_long_it_is(staffed, client, django_assert_num_queries, size):
    client.force_login(make_staff("moderator", "RU"))
    for _number in range(size):
        publish(client, "side-RU")
    address = reverse("staff_urgent_notices")
    client.get(address)
    with django_assert_num_queries(QUERIES_OF_LIST):
        client.get(address)


QUERIES_OF_LIST = 13
