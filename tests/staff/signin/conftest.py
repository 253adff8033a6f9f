import pytest
from wagtail.users.models import UserProfile

from staff.models import User
from tests.staff.signin.hands import PASSWORD


@pytest.fixture
def make_person(db):
    """Make people who may open the staff interface, without the tree of pages."""

    def make(username: str = "lin", language: str = "en", **fields) -> User:
        user = User.objects.create_user(
            username,
            f"{username}@example.com",
            PASSWORD,
            **{"is_superuser": True, "first_name": "Lin", "last_name": "Primer", **fields},
        )
        UserProfile.objects.create(user=user, preferred_language=language)
        return user

    return make


@pytest.fixture
def person(make_person) -> User:
    return make_person()


@pytest.fixture
def required(settings) -> None:
    settings.STAFF_TWO_FACTOR_REQUIRED = True
