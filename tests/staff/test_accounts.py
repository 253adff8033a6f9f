"""Accounts: the sample ones, the forms, the language of each person."""

import pytest
from django.contrib.auth.models import Group
from django.core.checks import Tags, run_checks
from django.urls import reverse

from content.base.models import SiteSettings
from content.demo.loading.sample import Sample
from staff import demo
from staff.accounts import SAMPLE_PASSWORD
from staff.models import User
from staff.roles import group_label
from tests.staff.factories import make_staff


@pytest.fixture
def sample_site(home_pages, sides):
    SiteSettings.objects.create(is_sample_site=True)
    demo.load(Sample())


def test_sample_accounts_work(sample_site, client):
    assert User.objects.count() == 15
    assert client.login(username="cn-editor", password=SAMPLE_PASSWORD)
    page = client.get("/staff/")
    assert page.status_code == 200
    assert 'lang="zh-hans"' in page.content.decode()


def test_sample_accounts_are_printed(sample_site):
    lines = demo.sample_accounts()
    assert len(lines) == 16
    assert SAMPLE_PASSWORD in lines[0]
    assert lines[2].split() == ["ru-editor", "RU", "editors", "Русский"]
    assert lines[-1].split() == ["cn-ranger", "CN", "rangers", "中文"]


def test_sample_accounts_are_left_as_they_are(sample_site):
    User.objects.filter(username="ru-editor").update(first_name="Changed")
    demo.load(Sample())
    assert User.objects.get(username="ru-editor").first_name == "Changed"
    assert User.objects.count() == 15


def test_no_sample_accounts_on_a_real_site(home_pages, sides):
    with pytest.raises(demo.NotASampleSiteError):
        demo.load(Sample())
    assert demo.sample_accounts() == []


def test_production_refuses_sample_accounts(sample_site, settings):
    def errors() -> list[str]:
        found = run_checks(tags=[Tags.database], databases=["default"])
        return [error.id for error in found if error.id.startswith("staff.")]

    assert errors() == []
    settings.PRODUCTION = True
    assert errors() == ["staff.E001"]
    User.objects.update(is_active=False)
    assert errors() == []


def test_names_are_written_as_their_language_writes_them():
    assert User(first_name="文清", last_name="范").get_full_name() == "范文清"
    assert User(first_name="Елена", last_name="Примерова").get_full_name() == "Елена Примерова"


def account(**changes) -> dict:
    return {
        "username": "li",
        "email": "li@example.com",
        "first_name": "明",
        "last_name": "李",
        "side": "CN",
        "language": "zh-hans",
        "password1": "a-long-enough-phrase",
        "password2": "a-long-enough-phrase",
        "groups": [Group.objects.get(name="CN editors").pk],
        **changes,
    }


def test_administrator_makes_an_account_with_side_and_language(staffed, client):
    client.force_login(make_staff("administrator"))
    address = reverse("wagtailusers_users:add")
    assert 'name="side"' in client.get(address).content.decode()
    assert client.post(address, account()).status_code == 302
    user = User.objects.get(username="li")
    assert (user.side, user.wagtail_userprofile.preferred_language) == ("CN", "zh-hans")


@pytest.mark.parametrize("side", ["", "RU"])
def test_groups_of_another_country_are_refused(staffed, client, side):
    client.force_login(make_staff("administrator"))
    answer = client.post(reverse("wagtailusers_users:add"), account(side=side))
    assert list(answer.context["form"].errors) == ["side"]
    assert not User.objects.filter(username="li").exists()


def test_only_administrators_see_accounts(staffed, client):
    client.force_login(make_staff("moderator", "RU"))
    assert client.get(reverse("wagtailusers_users:index")).url == "/staff/"


@pytest.mark.parametrize("code", ["en", "ru", "zh-hans"])
def test_staff_pages_are_in_the_persons_language(staffed, client, code):
    client.force_login(make_staff("editor", "RU", code))
    page = client.get("/staff/", headers={"accept-language": "de"}).content.decode()
    assert f'<html lang="{code}"' in page


def test_language_is_chosen_before_signing_in(client, db):
    client.post(reverse("staff_language"), {"language": "zh-hans", "next": "/staff/login/"})
    assert '<html lang="zh-hans"' in client.get("/staff/login/").content.decode()


def test_group_label_of_an_unknown_group_is_its_name():
    assert group_label("Friends") == "Friends"
    assert group_label("RU editors") == "Editors · Russian side"
