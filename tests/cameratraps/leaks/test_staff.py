"""Vector 17 from inside: every staff address about things of one side, asked by staff of the other in all roles."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client

from content.cameratraps.models import Individual
from staff.models import User
from staff.roles import ROLES
from tests.cameratraps.leaks.searching import secrets_in
from tests.cameratraps.leaks.seeded import SECRETS, seed
from tests.staff.addresses import staff_addresses
from tests.staff.declared import NOT_WALKED
from tests.staff.subjects import make_subjects
from tests.staff.test_every_address import Visit, ask

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.long,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="what is told does not depend on the database"
    ),
]
# Zones are drawn by staff, who see their outlines; who has released a visit is told to both sides.
KNOWN_TO_STAFF = {"14 outlines of zones", "20 people", "22 time of release"}
NEVER = [
    one for vector, secrets in SECRETS.items() if vector not in KNOWN_TO_STAFF for one in secrets
]
# Clocks and dates of today's log lines: staff see when something was done.
NEVER = [one for one in NEVER if one not in {"23:30", "11:30 p.m."}]


def answers(user: User, subjects, only: str = "") -> dict[str, bytes]:
    """Return every answer of the staff interface about some records to somebody, by the name of its address."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    found = {}
    for address in staff_addresses():
        if address.route in NOT_WALKED or address.name in NOT_WALKED:
            continue
        if only not in address.name:
            continue
        answer = ask(client, Visit(address, subjects).path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found[address.name] = repr(dict(answer.headers)).encode() + body
    return found


def somebody(side: str, *roles: str) -> User:
    user = User.objects.create(username=f"of-{side}", side=side)
    names = [role.group_name(side) for role in ROLES if role.code in roles or not roles]
    user.groups.add(*Group.objects.filter(name__in=names).exclude(name="Site administrators"))
    return user


@pytest.fixture
def subjects(staffed, sides):
    """Records of the Russian side, the seeded visits among them."""
    seeded = seed(staffed[""], sides)
    subjects = make_subjects("RU", staffed)
    hidden = seeded.hidden["draft"]
    subjects.records["cameratraps.event"] = seeded.public
    subjects.records["cameratraps.deployment"] = seeded.public.deployment
    subjects.records["cameratraps.zone"] = seeded.public.deployment.zone
    subjects.records["base.image"] = hidden.media.get().image
    subjects.records["cameratraps.individual"] = Individual.objects.get(name_en="Maple")
    return subjects


def test_17_staff_of_the_other_side_meet_nothing_that_was_never_to_be_kept(subjects):
    seen = answers(somebody("CN"), subjects)
    assert len(seen) > 100
    told = {name: secrets_in(body, NEVER) for name, body in seen.items()}
    assert {name: secrets for name, secrets in told.items() if secrets} == {}


def test_the_staff_walk_would_find_a_secret(subjects):
    """The proof that the test above can fail: a comment of a package in the caption of a visit."""
    event = subjects.records["cameratraps.event"]
    type(event).objects.filter(pk=event.pk).update(
        title_en="by-the-spring", title_ru="by-the-spring"
    )
    name = "wagtailsnippets_cameratraps_event:list"
    assert secrets_in(answers(somebody("CN"), subjects, name)[name], ["by-the-spring"])
