"""A teacher asks to come with a class: the form, the mails, the answer, the other country, the erasing."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from bookings.class_visits import letters, verbs
from bookings.models import AuditEvent, ClassVisit, ClassVisitLetter, VisitState
from bookings.parties import SYSTEM
from bookings.staff_errors import AlreadyAnswered
from tests.bookings.factories import make_class_visit, make_trail
from tests.bookings.journeys import soup_of
from tests.schools import factories as schools
from tests.smtp import parts
from tests.trails.factories import make_indexes, make_pages

pytestmark = pytest.mark.django_db
NOW = "2027-05-03T01:00:00+00:00"


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture(autouse=True)
def _postman(settings):
    """A postman stands beside the web server, as in production: no mail leaves within a request."""
    settings.MAILS_BESIDE_REQUESTS = True


def test_without_a_postman_the_request_sends_its_mails_itself(
    settings, site, mailoutbox, django_capture_on_commit_callbacks
):
    settings.MAILS_BESIDE_REQUESTS = False
    with django_capture_on_commit_callbacks(execute=True):
        verbs.ask(_unsaved())
    assert len(mailoutbox) == 2


@pytest.fixture
def trail(site):
    trail = make_trail(name_en="Path of the leopard")
    make_pages(make_indexes(site), trail)
    return trail


@pytest.fixture
def make_visitor(make_officer):
    return lambda side: make_officer(side, "view_classvisit", "change_classvisit")


def typed(trail, /, **fields) -> dict:
    return {
        "trail": trail.pk,
        "school": "School No. 0",
        "pupils": "22",
        "adults": "2",
        "age": "8",
        "wished_on": "2027-06-01",
        "words": "One wheelchair.",
        "name": "Sample Teacher",
        "email": "teacher@example.org",
        "phone": "8 914 123-45-67",
        "consent": "on",
        "key": str(uuid4()),
        **fields,
    }


@pytest.mark.parametrize(
    ("language", "subject", "office"),
    [
        ("en", "We have your request for a class visit: School No. 0, ", "Школа просит принять"),
        ("ru", "Мы получили вашу заявку на приезд класса: School No. 0, ", "Школа просит принять"),
        ("zh-hans", "我们已收到您的班级参观申请：School No. 0，", "Школа просит принять"),
    ],
)
def test_request_reaches_teacher_and_office_each_in_their_language(
    client, trail, sink, django_capture_on_commit_callbacks, language, subject, office
):
    sink.start()
    url = f"/{language}/bookings/class-visit/"
    assert client.get(url).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(url, typed(trail))
    assert (answer.status_code, answer.url) == (302, f"{url}sent/")
    assert sink.mails == []  # no teacher waits for the mail server
    assert letters.send_due() == (2, 0)
    assert client.get(answer.url).status_code == 200
    visit = ClassVisit.objects.get()
    assert (visit.side_id, visit.language, visit.phone) == ("RU", language, "+79141234567")
    assert (visit.wished_on, visit.consent_at.isoformat()) == (date(2027, 6, 1), NOW)
    to_teacher, to_office = sink.mails
    assert to_teacher["To"] == "teacher@example.org" and to_teacher["Reply-To"] == "ru@example.org"
    assert to_teacher["Subject"].strip().startswith(subject)
    assert to_office["To"] == "ru@example.org" and to_office["Reply-To"] == "teacher@example.org"
    assert to_office["Subject"].strip().startswith(office)
    assert "One wheelchair." in parts(to_office)["text/plain"]
    assert f"/staff/classvisit/inspect/{visit.pk}/" in parts(to_office)["text/html"]


def test_plans_of_the_lessons_are_attached(client, site, sink):
    sink.start()
    unit = schools.section(site)["unit"]["en"]
    fits, older = (
        schools.lesson(unit),
        schools.lesson(unit, slug="older", title="Older", age_min=13, age_max=15),
    )
    for chosen, attached in (([], fits), ([str(older.translation_key)], older)):
        verbs.ask(_unsaved(lessons=chosen, age=8))
        letters.send_due()
        mail = sink.mails[-2]
        assert attached.title in parts(mail)["text/plain"]
        (name,) = [part.get_filename() for part in mail.iter_attachments()]
        assert name == f"{attached.slug}-plan-en.pdf"
        assert parts(mail)["application/pdf"][:5] == b"%PDF-"


def _unsaved(**fields) -> ClassVisit:
    visit = make_class_visit(**fields)
    visit.delete()
    visit.pk, visit._state.adding = None, True
    return visit


def test_link_of_a_lesson_and_a_trail_fills_the_form_in(client, trail, site):
    lesson = schools.lesson(schools.section(site)["unit"]["en"])
    url = f"/en/bookings/class-visit/?trail={trail.slug}&lesson={lesson.translation_key}"
    page = soup_of(client.get(url))
    assert page.select_one("#id_trail option[selected]")["value"] == str(trail.pk)
    assert page.select_one("#id_age")["value"] == "7"
    (ticked,) = page.select("[name=lessons][checked]")
    assert ticked["value"] == str(lesson.translation_key)
    for hostile in ("lesson=x%00", "lesson='%22", "trail=%00", f"lesson={uuid4()}"):
        assert client.get(f"/en/bookings/class-visit/?{hostile}").status_code == 200


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("wished_on", "2027-05-05", "The office needs at least 3 days to prepare a visit."),
        ("wished_on", "2028-05-06", "Please choose a day within a year."),
        ("wished_on", "2027-02-29", "Enter a valid date."),
        ("pupils", "0", "Ensure this value is greater than or equal to 1."),
        ("phone", "12", "This is not a complete telephone number."),
        ("consent", "", "Without this consent we may not keep your request."),
        ("trail", "999999", "Select a valid choice."),
        ("lessons", "nonsense", "Select a valid choice."),
    ],
)
def test_wrong_answers_are_named_and_nothing_typed_is_lost(client, trail, field, value, words):
    answer = client.post("/en/bookings/class-visit/", typed(trail, **{field: value}))
    page = soup_of(answer)
    assert answer.status_code == 422
    assert words in page.select_one("main").get_text()
    assert page.select_one("#id_words").get_text(strip=True) == "One wheelchair."
    assert ClassVisit.objects.count() == 0


def test_double_click_is_one_request_and_a_robot_none(client, trail):
    twice = typed(trail)
    for _ in range(2):
        assert client.post("/en/bookings/class-visit/", twice).status_code == 302
    answer = client.post("/en/bookings/class-visit/", typed(trail, website="http://x"))
    assert answer.status_code == 302
    assert ClassVisit.objects.count() == 1 and ClassVisitLetter.objects.count() == 2


def test_too_many_requests_of_one_client_are_braked(client, trail, settings):
    settings.HOLDS_PER_CLIENT = 1
    client.post("/en/bookings/class-visit/", typed(trail))
    assert client.post("/en/bookings/class-visit/", typed(trail)).status_code == 429
    assert ClassVisit.objects.count() == 1


def test_dead_mail_server_delays_mails_and_loses_none(sink, time_machine):
    verbs.ask(_unsaved())
    assert letters.send_due() == (0, 2)
    assert letters.send_due() == (0, 2)  # tried a moment ago
    sink.start()
    time_machine.shift(timedelta(minutes=2))
    assert letters.send_due() == (2, 0)
    assert letters.send_due() == (0, 0)
    assert [mail["To"] for mail in sink.mails] == ["teacher@example.org", "ru@example.org"]


def test_officer_answers_once_in_the_words_of_the_teacher(
    client, site, make_visitor, mailoutbox, django_capture_on_commit_callbacks
):
    visit = make_class_visit(language="zh-hans")
    client.force_login(make_visitor("RU"))
    page = soup_of(client.get(reverse("classvisit:index")))
    assert visit.school in page.select_one("table").get_text()
    page = client.get(reverse("classvisit:inspect", args=[visit.pk])).content.decode()
    url = reverse("classvisit:answer", args=[visit.pk])
    assert url in page and "teacher@example.org" in page
    assert "The teacher wrote in this language: 中文." in client.get(url).content.decode()
    assert client.post(url, {"state": "agreed"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"state": "agreed", "words": "欢迎！"})
    assert mailoutbox == []
    letters.send_due()
    (mail,) = mailoutbox
    assert mail.subject.startswith("关于贵班参观一事") and "欢迎！" in mail.body
    visit.refresh_from_db()
    assert (visit.state, visit.answered_by) == ("agreed", "officer-RU")
    again = client.post(url, {"state": "declined", "words": "No."}).content.decode()
    assert "This request has been answered already, by officer-RU." in again
    assert list(AuditEvent.objects.values_list("kind", "details__side")) == [
        ("class-answered", "RU")
    ]


def test_nothing_of_a_request_reaches_the_other_country(client, site, make_visitor):
    visit = make_class_visit()
    client.force_login(make_visitor("CN"))
    assert visit.school not in client.get(reverse("classvisit:index")).content.decode()
    for view in ("inspect", "answer"):
        assert client.get(reverse(f"classvisit:{view}", args=[visit.pk])).status_code == 404
    answer = {"state": "agreed", "words": "x"}
    url = reverse("classvisit:answer", args=[visit.pk])
    assert client.post(url, answer).status_code == 404
    assert ClassVisit.objects.get().state == VisitState.ASKED


def test_persons_are_erased_when_their_time_is_over_and_numbers_stay(settings, time_machine):
    visit = make_class_visit(words="Private", other_days="Any", phone="+79141234567")
    verbs.answer(visit.pk, VisitState.DECLINED, "Dear teacher", SYSTEM)
    time_machine.shift(timedelta(days=30 + settings.BOOKING_RETENTION_DAYS))
    assert verbs.erase_visits() == 0
    time_machine.shift(timedelta(days=1))
    assert (verbs.erase_visits(), verbs.erase_visits()) == (1, 0)
    visit.refresh_from_db()
    left = [visit.name, visit.email, visit.phone, visit.words, visit.other_days, visit.answer]
    assert left == [""] * 6 and (visit.school, visit.pupils) == ("School No. 0", 20)
    assert letters.send_due() == (0, 0)
    with pytest.raises(AlreadyAnswered):
        verbs.answer(visit.pk, VisitState.AGREED, "x", SYSTEM)


@pytest.mark.parametrize("rows", [1, 3])
def test_list_asks_the_same_whatever_its_length(
    client, site, make_visitor, django_assert_num_queries, rows
):
    trail = make_trail()
    for _ in range(rows):
        make_class_visit(trail)
    client.force_login(make_visitor("RU"))
    client.get(reverse("classvisit:index"))
    with django_assert_num_queries(11):
        client.get(reverse("classvisit:index"))
