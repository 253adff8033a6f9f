"""What was done is said in the past tense, of everything that Wagtail can write into its log."""

import pytest
from django.utils.translation import override
from wagtail.log_actions import log, registry

from staff.audit.deeds import DEEDS
from tests.staff.approving.test_approval import write
from tests.staff.audit.test_report import lines
from tests.staff.factories import make_staff

# There are no aliases here, and approval is by workflows alone.
NOT_DONE_HERE = {
    "wagtail.convert_alias",
    "wagtail.create_alias",
    "wagtail.moderation.approve",
    "wagtail.moderation.reject",
}


def test_every_deed_of_wagtail_has_its_sentence():
    known = {action for action, _label in registry.get_choices() if action.startswith("wagtail.")}
    assert known - set(DEEDS) == NOT_DONE_HERE


@pytest.mark.parametrize("language", ["ru", "zh-hans"])
def test_deeds_are_said_in_each_language(language):
    english = {action: str(deed) for action, deed in DEEDS.items()}
    with override(language):
        assert [deed for action, deed in DEEDS.items() if str(deed) == english[action]] == []


@pytest.mark.parametrize(
    ("language", "side", "said"), [("ru", "RU", "заблокировано"), ("zh-hans", "CN", "已锁定")]
)
def test_log_says_what_was_done_not_what_a_button_does(staffed, client, language, side, said):
    moderator = make_staff("moderator", side, language)
    page = write(staffed["visit"][language], "Ticks")
    log(instance=page, action="wagtail.lock", user=moderator)
    client.force_login(moderator)
    assert said in {line.what for line in lines(client) if line.thing == "Ticks"}
