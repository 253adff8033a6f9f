"""Reports of Wagtail's own, as the site shows them."""

from django.urls import reverse

from tests.staff.factories import make_staff
from tests.staff.test_home import add_page


def test_page_that_nobody_published_by_hand_names_nobody(staffed, client):
    page = add_page(staffed["visit"]["en"], "Ticks")
    page.save_revision().publish()
    client.force_login(make_staff("administrator"))
    answer = client.get(reverse("wagtailadmin_reports:aging_pages")).content.decode()
    row = answer[answer.index("Ticks") :]
    assert "None" not in row[: row.index("</tr>")]


def test_kinds_of_pages_have_no_capitals_within(staffed, client):
    client.force_login(make_staff("administrator", language="ru"))
    answer = client.get(reverse("wagtailadmin_reports:page_types_usage")).content.decode()
    assert "Страница тропы" in answer
    assert "Страница Тропы" not in answer
