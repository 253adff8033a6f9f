"""Terms and phrases that came with the code: renewed on existing sites, but never what the staff has written."""

from hashlib import sha256

import pytest
from django.urls import reverse

from content.notices.first_phrases import FIRST_PHRASES, FORMER_PHRASES
from content.notices.models import PreparedPhrase
from content.trails.first_reasons import FIRST_REASONS, columns_of
from content.trails.models import ClosureReason
from staff.shipped import Updated, update_shipped_texts
from staff.translating import glossary
from staff.translating.models import GlossaryTerm
from tests.staff.factories import make_staff

# What is shipped today. When this fails, put the former words into glossary_former.json, FORMER_PHRASES or
# FORMER_REASONS first.
SHIPPED = {"terms": "3bb54388b44d", "phrases": "56beb54a853d", "reasons": "205e1dbe658c"}


def digest(thing: object) -> str:
    return sha256(repr(thing).encode()).hexdigest()[:12]


def test_whoever_changes_a_shipped_text_keeps_the_former_one():
    assert {
        "terms": digest(glossary.shipped_terms()),
        "phrases": digest(FIRST_PHRASES),
        "reasons": digest(FIRST_REASONS),
    } == SHIPPED


def set_back(place: int) -> PreparedPhrase:
    """Give a phrase the words it had in former times."""
    former, now = FORMER_PHRASES[place]
    phrase = PreparedPhrase.objects.get(text_en=FIRST_PHRASES[now][1])
    phrase.text_en, phrase.text_ru, phrase.text_zh_hans = former
    phrase.save()
    return phrase


@pytest.mark.parametrize("place", range(len(FORMER_PHRASES)))
def test_phrase_as_it_was_shipped_once_is_renewed(db, place):
    phrase = set_back(place)
    assert update_shipped_texts().changed == 1
    phrase.refresh_from_db()
    assert (phrase.text_en, phrase.text_ru, phrase.text_zh_hans) == FIRST_PHRASES[
        FORMER_PHRASES[place][1]
    ][1:]
    assert update_shipped_texts().changed == 0


def test_phrase_changed_by_the_staff_stays(db):
    phrase = set_back(0)
    phrase.text_zh_hans = "附近有火，请勿前往：{place}。"
    phrase.save()
    assert update_shipped_texts().changed == 0
    phrase.refresh_from_db()
    assert phrase.text_zh_hans == "附近有火，请勿前往：{place}。"


@pytest.fixture
def former_reason(monkeypatch) -> ClosureReason:
    """A reason with words it was shipped with once."""
    said = ("Beware.", "Осторожно.", "小心。")
    names = ("big water", "большая вода", "大水")
    monkeypatch.setattr("staff.shipped.FORMER_REASONS", (("flood", names, said),))
    ClosureReason.objects.filter(code="flood").update(order=9, **columns_of(names, said))
    return ClosureReason.objects.get(code="flood")


def test_reason_as_it_was_shipped_once_is_renewed(db, former_reason):
    assert (update_shipped_texts(), update_shipped_texts()) == (Updated(changed=1), Updated())
    former_reason.refresh_from_db()
    assert (former_reason.name_ru, former_reason.order) == ("паводок", 9)
    assert former_reason.phrase_zh_hans.startswith("溪水上涨")


def test_reason_changed_by_the_staff_stays(db, former_reason):
    ClosureReason.objects.filter(code="flood").update(phrase_ru="Мост снесло.")
    assert update_shipped_texts() == Updated()
    former_reason.refresh_from_db()
    assert (former_reason.name_en, former_reason.phrase_ru) == ("big water", "Мост снесло.")


@pytest.fixture
def former(monkeypatch) -> dict[str, str]:
    """A term that was shipped with another English word and Russian once."""
    row = {"en": "troop", "ru": "отряд", "zh_hans": "团队"}
    monkeypatch.setattr("staff.shipped.former_terms", lambda: [row | {"now": "party"}])
    return row


def test_term_as_it_was_shipped_once_is_renewed(db, former):
    GlossaryTerm.objects.filter(en="party").update(**former)
    assert update_shipped_texts() == Updated(changed=1)
    term = GlossaryTerm.objects.get(en="party")
    assert (term.ru, term.zh_hans) == ("группа", "团队")


def test_word_the_staff_has_added_already_is_not_made_twice(db, former):
    GlossaryTerm.objects.create(**former)
    assert update_shipped_texts() == Updated()


def test_term_changed_by_the_staff_stays(db, former):
    GlossaryTerm.objects.filter(en="party").update(en="troop", ru="отряд туристов")
    update_shipped_texts()
    assert GlossaryTerm.objects.get(en="troop").ru == "отряд туристов"


def test_new_term_is_added_but_not_one_that_was_deleted(staffed, client):
    GlossaryTerm.objects.filter(en__in=["gallery", "comment"]).delete()
    GlossaryTerm.objects.filter(en="party").update(ru="команда")
    assert update_shipped_texts().added == 2
    client.force_login(make_staff("administrator", "", "ru"))
    client.post(reverse("glossary:delete", args=[GlossaryTerm.objects.get(en="gallery").pk]))
    assert not GlossaryTerm.objects.filter(en="gallery").exists()
    assert update_shipped_texts().added == 0
    assert GlossaryTerm.objects.get(en="party").ru == "команда"
