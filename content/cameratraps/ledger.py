"""The double-count ledger: what was published of each side, what both know together, and why that changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.base.choices import SideCode
from content.base.drawing.chart import Chart, KeyEntry
from content.base.facts import fact_text
from content.base.formats import between, colon_after, sentences
from content.cameratraps.equivalence import Band, JointCount, Pair, joint_count
from content.cameratraps.models import IdentityChange, IdentityClaim, MatchDecision
from content.cameratraps.models.identities import Answer
from content.cameratraps.overlap import draw_overlap
from content.reserve.figures import by_species, method_steps, population_chart, table_row
from content.reserve.models import Species


@dataclass(frozen=True)
class Ledger:
    """One cat's page of the ledger."""

    species: Species
    name: str
    published: Chart
    known: Chart | None
    known_text: str
    changes: list[str]


@dataclass
class _Seen:
    """The animals of one species as far as their public visits tell: the sides of each, and the codes that are told."""

    sides: dict[int, set[str]] = field(default_factory=dict)
    codes: set[int] = field(default_factory=set)
    has_sample: bool = False


def ledgers() -> list[Ledger]:
    """Return a ledger for each species with published numbers, in four questions whatever there is."""
    seen = _seen_by_species()
    pairs = _pairs()
    changes = list(_changes())
    return [
        _ledger(found[0].species, found, seen.get(key, _Seen()), pairs, changes)
        for key, found in by_species().items()
    ]


def _ledger(species: Species, figures: list, seen: _Seen, pairs, changes) -> Ledger:
    name = fact_text(species, "name").text
    count = joint_count(seen.sides, pairs[Answer.DIFFERENT], pairs[Answer.UNDECIDED])
    known = _known_chart(species, name, count, is_sample=seen.has_sample) if seen.sides else None
    return Ledger(
        species=species,
        name=name,
        published=_published_chart(species, figures),
        known=known,
        known_text=_count_in_words(count) if known else "",
        changes=[_change_in_words(one) for one in changes if _is_told(one, seen.codes)],
    )


def _published_chart(species: Species, figures: list) -> Chart:
    """Return the chart of published numbers, with a table that says where the method is another."""
    chart = population_chart(species, figures)
    steps = method_steps(figures)
    rows = [[*table_row(one), step] for one, step in zip(figures, steps, strict=True)]
    columns = [*chart.columns, _("Method, against the number before")]
    return replace(chart, columns=columns, rows=rows)


def _known_chart(species: Species, name: str, count: JointCount, *, is_sample: bool) -> Chart:
    caption = _("%(species)s: animals known by name on this site") % {"species": name}
    words = {
        "ru": _labelled(str(SideCode.RU.label), count.ru),
        "cn": _labelled(str(SideCode.CN.label), count.cn),
        "joint": _labelled(_("Both sides, each animal once"), count.joint),
    }
    return Chart(
        caption=caption,
        svg=draw_overlap(
            count,
            **words,
            title=caption,
            description=_count_in_words(count),
            slug=f"known-{species.slug}",
        ),
        key=[
            KeyEntry(_("seen on both sides"), "both"),
            *(
                [KeyEntry(_("not decided: one animal or two"), "few")]
                if count.joint.high > count.joint.low
                else []
            ),
        ],
        columns=[_("What was counted"), _("Animals")],
        rows=[
            [str(SideCode.RU.label), band_text(count.ru)],
            [str(SideCode.CN.label), band_text(count.cn)],
            [_("seen on both sides"), str(count.both)],
            [_("Both sides, each animal once"), band_text(count.joint)],
        ],
        is_sample=is_sample,
    )


def _labelled(label: str, band: Band) -> str:
    return f"{label}{colon_after(label)}{band_text(band)}"


def band_text(band: Band) -> str:
    """Return a count: 8, or 7–8 where a pair is not decided."""
    return str(band.high) if band.low == band.high else between(band.low, band.high)


def _count_in_words(count: JointCount) -> str:
    told = _(
        "Seen on the Russian side: %(ru)s. On the Chinese side: %(cn)s. On both: %(both)s. Each animal counted once: "
        "%(joint)s."
    ) % {
        "ru": band_text(count.ru),
        "cn": band_text(count.cn),
        "both": count.both,
        "joint": band_text(count.joint),
    }
    if not count.undecided:
        return told
    open_pairs = ngettext(
        "Of %(count)d pair the two sides cannot tell yet whether it is one animal or two.",
        "Of %(count)d pairs the two sides cannot tell yet whether they are one animal or two.",
        count.undecided,
    ) % {"count": count.undecided}
    return sentences(told, open_pairs)


def _seen_by_species() -> dict[int, _Seen]:
    """Return species → the animals of its public claims."""
    rows = IdentityClaim.objects.public().values_list(
        "event__species_id",
        "animal_id",
        "event__deployment__zone__side_id",
        "alias_id",
        "alias__individual__is_sample",
    )
    found: dict[int, _Seen] = {}
    for species, animal, side, alias, is_sample in rows:
        seen = found.setdefault(species, _Seen())
        seen.sides.setdefault(animal, set()).add(side)
        seen.codes.add(alias)
        seen.has_sample = seen.has_sample or is_sample
    return found


def _pairs() -> dict[str, list[Pair]]:
    """Return the pairs held to be two animals, and those not decided, by the records that stand for them."""
    told = Q(outcome=Answer.DIFFERENT) | Q(pk__in=MatchDecision.objects.open().values("pk"))
    rows = MatchDecision.objects.filter(told).annotate(
        one=_animal("first"), other=_animal("second")
    )
    found: dict[str, list[Pair]] = {Answer.DIFFERENT: [], Answer.UNDECIDED: []}
    for outcome, one, other in rows.values_list("outcome", "one", "other"):
        found[outcome].append((one, other))
    return found


def _animal(which: str) -> Coalesce:
    return Coalesce(f"{which}__individual__merged_into_id", F(f"{which}__individual_id"))


def _changes() -> Iterable[IdentityChange]:
    return IdentityChange.objects.select_related("decision__first", "decision__second")


def _is_told(change: IdentityChange, codes: set[int]) -> bool:
    """Say whether both codes are told on the page of an animal; of others nothing is."""
    return {change.decision.first_id, change.decision.second_id} <= codes


def _change_in_words(change: IdentityChange) -> str:
    """Return one line of the log: year, codes, what was found, by which signs. No place, no month."""
    decision = change.decision
    said = {
        "year": change.made_at.year,
        "one": decision.first.code,
        "other": decision.second.code,
        "basis": decision.get_basis_display(),
    }
    if change.kind == IdentityChange.Kind.MERGED:
        return _("%(year)s: %(one)s and %(other)s were found to be one animal, %(basis)s.") % said
    return _("%(year)s: %(one)s and %(other)s are held to be two animals again.") % said
