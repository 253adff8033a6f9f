"""What every page reads of the settings: from the cache, and anew as soon as staff have saved."""

import pytest
from wagtail.models import PageViewRestriction

from content.base.models import SiteSettings
from content.base.site_settings import current_settings

pytestmark = pytest.mark.django_db


def test_saved_settings_show_at_once_and_cost_nothing_after(django_assert_num_queries):
    settings = SiteSettings.load()
    assert current_settings().icp_number == ""
    settings.icp_number = "ICP 1"
    settings.save()
    assert current_settings().icp_number == "ICP 1"
    with django_assert_num_queries(0):
        assert current_settings().icp_number == "ICP 1"


def test_private_page_stays_private(client, home_pages):
    home = home_pages["ru"]
    assert client.get("/ru/").status_code == 200
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)
    response = client.get("/ru/")
    assert (response.status_code, "login" in response.url) == (302, True)
    assert client.get("/en/").status_code == 200
