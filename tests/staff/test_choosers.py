"""Looking through records in order to choose one: no way round the rights to see them."""

import pytest
from django.urls import reverse

from tests.staff.factories import make_message, make_staff
from tests.trails.factories import make_trail

KINDS = {"trails_trail": make_trail, "reserve_contactmessage": make_message}
# role: may choose a trail, may choose what a visitor wrote
CHOOSERS = {
    "editor": (True, False),
    "moderator": (True, False),
    "education-officer": (True, False),
    "booking-officer": (False, False),
    "ranger": (False, False),
}


@pytest.mark.parametrize("role", CHOOSERS)
def test_choosers_are_open_to_those_who_may_see_the_records(staffed, client, role):
    client.force_login(make_staff(role, "RU"))
    for (kind, make), may in zip(KINDS.items(), CHOOSERS[role], strict=True):
        space = f"wagtailsnippetchoosers_{kind}"
        addresses = [
            reverse(f"{space}:choose"),
            reverse(f"{space}:choose_results"),
            reverse(f"{space}:chosen", args=[make("RU").pk]),
            reverse(f"{space}:chosen_multiple"),
        ]
        answers = {client.get(address).status_code for address in addresses}
        assert answers == ({200} if may else {302}), kind
