"""Two versions of a page: what was meant is compared, and which versions they are is said as the reader writes it."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Revision
from wagtail.users.models import UserProfile

from content.base.meant import meant
from content.base.models import StandardPage
from staff.overtaking import changed_labels
from tests.staff.approving.test_approval import write
from tests.staff.factories import make_staff

BODY = StandardPage._meta.get_field("body").stream_block
FACTS = [{"label": "Length", "value": "5 km"}, {"label": "Climb", "value": "200 m"}]


def body(*blocks: tuple[str, object], number: int = 1) -> list[dict]:
    """Return blocks as they are stored; each saving may number them and their paragraphs anew."""
    return [
        {"type": kind, "value": value, "id": f"{number}{place}".rjust(36, "0")}
        for place, (kind, value) in enumerate(blocks)
    ]


def facts(items: list[dict], number: int) -> tuple[str, dict]:
    return "facts", {"items": body(*(("item", item) for item in items), number=number)}


def text(words: str, key: str = "") -> tuple[str, str]:
    return "text", f'<p data-block-key="{key}">{words}</p>' if key else f"<p>{words}</p>"


def says(*blocks, number: int = 1) -> list:
    return meant(BODY, BODY.to_python(body(*blocks, number=number)))


def test_numbers_nobody_wrote_are_no_change():
    written = says(text("Stay <b>calm</b>."), facts(FACTS, 1))
    assert written == says(text("Stay <b>calm</b>.", "k3y"), facts(FACTS, 2), number=2)
    assert says(("text", "Stay calm.")) == says(text("Stay calm."))  # written by an import


@pytest.mark.parametrize(
    "changed",
    [
        [text("Stay <b>calm</b>!"), facts(FACTS, 1)],
        [text("Stay calm."), facts(FACTS, 1)],
        [facts(FACTS, 1), text("Stay <b>calm</b>.")],
        [text("Stay <b>calm</b>."), facts(FACTS[::-1], 1)],
        [text("Stay <b>calm</b>.")],
        [text("Stay <b>calm</b>."), facts([FACTS[0], FACTS[1] | {"value": "2 m"}], 1)],
    ],
)
def test_words_marks_and_order_are_a_change(changed):
    assert says(text("Stay <b>calm</b>."), facts(FACTS, 1)) != says(*changed)


def two_versions(staffed, language: str) -> tuple[StandardPage, Revision, Revision]:
    """Return a page whose second version has another title, and the same body written down anew."""
    page = write(
        staffed["visit"][language], "Ticks", body=body(text("Calm.", "aaa"), facts(FACTS, 1))
    )
    first = page.get_latest_revision()
    page.title, page.body = "Ferns", body(text("Calm.", "bbb"), facts(FACTS, 2), number=2)
    return page, first, page.save_revision()


@pytest.mark.parametrize(("language", "title"), [("ru", "Название"), ("zh-hans", "标题")])
def test_who_typed_only_a_title_is_told_to_have_changed_the_title(staffed, rf, language, title):
    page, first, second = two_versions(staffed, language)
    request = rf.get("/")
    request.user = make_staff("editor", {"ru": "RU", "zh-hans": "CN"}[language], language)
    with override(language):
        assert changed_labels(page, first, second, request) == [title]


@pytest.mark.parametrize(
    ("side", "language", "zone", "shown"),
    [
        (
            "RU",
            "ru",
            "Asia/Vladivostok",
            ("Было: версия от 02.03.2027 01:30", "Стало: версия от 02.03.2027 02:30 (Анна Цой)"),
        ),
        (
            "CN",
            "zh-hans",
            "Asia/Shanghai",
            ("修改前：2027年3月1日 23:30的版本", "修改后：2027年3月2日 00:30的版本（Анна Цой）"),
        ),
    ],
)
def test_compared_versions_are_named_in_the_readers_language_and_zone(
    staffed, client, side, language, zone, shown
):
    page, first, second = two_versions(staffed, language)
    reader, author = make_staff("editor", side, language), make_staff("editor", side, language)
    UserProfile.objects.filter(user=reader).update(current_time_zone=zone)
    author.first_name, author.last_name = "Анна", "Цой"
    author.save()
    versions = Revision.objects
    versions.filter(pk=first.pk).update(created_at=datetime(2027, 3, 1, 15, 30, tzinfo=UTC))
    versions.filter(pk=second.pk).update(
        created_at=datetime(2027, 3, 1, 16, 30, tzinfo=UTC), user=author
    )
    client.force_login(reader)
    compared = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    page_shown = client.get(compared).content.decode()
    told = page_shown.replace('<span class="deletion">', "").replace('<span class="addition">', "")
    assert [words in told.replace("</span>", "") for words in shown] == [True, True]
    assert "+00:00" not in page_shown
    by_number = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, second.pk])
    assert client.get(by_number).status_code == 200


def test_moments_are_written_as_the_reader_writes_them(staffed, client):
    page = write(staffed["visit"]["ru"], "Ticks")
    page.go_live_at = datetime(2027, 3, 1, 15, 30, tzinfo=UTC)
    page.save_revision()
    reader = make_staff("moderator", "RU", "ru")
    UserProfile.objects.filter(user=reader).update(current_time_zone="Asia/Vladivostok")
    client.force_login(reader)
    compared = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"])
    shown = client.get(compared).content.decode()
    assert '<span class="addition">02.03.2027 01:30</span>' in shown
    assert ">None<" not in shown
