import pytest
from wagtail.users.models import UserProfile

from staff.models import User


@pytest.fixture
def staff_client(client, db):
    """A signed-in administrator whose interface is Russian."""
    user = User.objects.create(username="anna", is_superuser=True)
    UserProfile.objects.create(user=user, preferred_language="ru")
    client.force_login(user)
    return client
