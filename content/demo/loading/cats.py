"""The cats known by name: records of both catalogues, the visits that show them, and what the sides say of pairs."""

from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from content.cameratraps import identities
from content.cameratraps.models import (
    Alias,
    Event,
    IdentityClaim,
    Individual,
    MatchDecision,
    Verdict,
)
from content.cameratraps.models.identities import Answer, Review
from content.demo.loading.sample import Sample
from content.demo.loading.texts import columns, read_texts
from content.reserve.models import Species


def load(sample: Sample) -> None:
    """Load what does not exist yet; a visit whose frames are missing is named by nobody."""
    texts = read_texts("cats")
    species = {one.slug: one for one in Species.objects.all()}
    aliases = {one["code"]: _alias(sample, one, species) for one in texts["cats"]}
    for record in texts["matches"]:
        _match(record, *sorted((aliases[code] for code in record["pair"]), key=lambda one: one.pk))


def _alias(sample: Sample, record: dict, species: dict[str, Species]) -> Alias:
    known = Alias.objects.filter(code=record["code"]).select_related("individual").first()
    if known:
        return known
    mother = Alias.objects.filter(code=record.get("mother", "")).first()
    uuid = uuid5(NAMESPACE_URL, f"sample:{record['code']}")
    individual = Individual.objects.create(
        uuid=uuid,
        code=uuid.hex[:8],
        side_id=record["side"],
        species=species[record["species"]],
        sex=record["sex"],
        birth_year=record.get("birth_year"),
        birth_margin=record.get("birth_margin", 0),
        mother=mother.individual if mother else None,
        right_flank_id=sample.picture_pk(record.get("right_flank")),
        story=sample.page_at(record["story"], "en") if "story" in record else None,
        is_sample=True,
        **columns(record, "name", "about"),
    )
    alias = Alias.objects.create(
        individual=individual, side_id=record["side"], code=record["code"], source="sample"
    )
    for claim in record["claims"]:
        _claim(alias, claim)
    return alias


def _claim(alias: Alias, record: dict) -> None:
    uuid = uuid5(NAMESPACE_URL, f"sample:{record['sequence']}")
    event = Event.objects.filter(uuid=uuid).first()
    if event is None:
        return
    IdentityClaim.objects.create(
        event=event,
        alias=alias,
        side_id=alias.side_id,
        flank=record["flank"],
        confidence=record.get("confidence", "certain"),
        review=record.get("review", Review.AGREED),
    )


def _match(record: dict, first: Alias, second: Alias) -> None:
    answers = {side: record[side] for side in ("RU", "CN") if record[side]}
    outcome = record["RU"] if record["RU"] == record["CN"] else Answer.UNDECIDED
    decision, is_new = MatchDecision.objects.get_or_create(
        first=first,
        second=second,
        defaults={
            "basis": record["basis"],
            "outcome": outcome,
            "settled_at": None if outcome == Answer.UNDECIDED else timezone.now(),
        },
    )
    if not is_new:
        return
    for side, answer in answers.items():
        Verdict.objects.create(decision=decision, side_id=side, answer=answer)
    if outcome == Answer.SAME:
        identities.merge(decision, None)
