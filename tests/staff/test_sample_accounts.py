"""The sample accounts, whose password everybody knows."""

import pytest
from django.contrib.auth.models import Group

from content.base.models import SiteSettings
from content.demo.loading.sample import Sample
from staff import demo
from staff.models import User


@pytest.fixture
def sample_site(home_pages, sides) -> Sample:
    settings = SiteSettings.load()
    settings.is_sample_site = True
    settings.save()
    return Sample()


def test_sample_accounts_are_made_on_a_sample_site(sample_site):
    demo.load(sample_site)
    assert User.objects.filter(username="ru-editor").exists()


def test_production_gets_the_groups_and_no_account(sample_site, settings):
    settings.PRODUCTION = True
    demo.load(sample_site)
    assert Group.objects.exists()
    assert not User.objects.exists()


def test_site_that_is_no_sample_gets_neither(home_pages, sides):
    with pytest.raises(demo.NotASampleSiteError):
        demo.load(Sample())
    assert not User.objects.exists()
