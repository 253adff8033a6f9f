"""Facts and pictures whose texts are missing in a language, or have been left behind by another."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from content.base.facts import fact_text
from content.base.formats import format_list
from content.base.models import TextState
from content.base.permissions import SIDE_LANGUAGES
from content.base.texts.columns import LANGUAGES, column_of, missing_languages, words
from content.base.texts.outdated import outdated_by_record
from staff.models import User
from staff.quality.facts import FactKind, fact_kinds, facts_changed_by, viewset_of
from staff.quality.gaps.gap import Found, Gap, GapState, Kind, Total

Counts = dict[str, list[int]]  # language → texts that are whole, texts there are


def gaps_of_facts(user: User) -> list[Found]:
    """Return the facts, and the pictures, with the texts each language lacks: those a person may see."""
    found = {Kind.FACT: Found(Kind.FACT), Kind.PICTURE: Found(Kind.PICTURE)}
    counts: dict[Kind, Counts] = {kind: {code: [0, 0] for code in LANGUAGES} for kind in found}
    changed = set(TextState.objects.values_list("content_type", flat=True).distinct())
    for facts in fact_kinds():
        if _may_see(user, facts):
            kind = Kind.PICTURE if facts.model is get_image_model() else Kind.FACT
            has_changed = ContentType.objects.get_for_model(facts.model).pk in changed
            reader = _Reader(user, facts, kind, counts[kind])
            found[kind].gaps += reader.gaps(has_changed=has_changed)
    for kind, one in found.items():
        one.totals = {code: Total(*pair) for code, pair in counts[kind].items()}
    return list(found.values())


def _may_see(user: User, facts: FactKind) -> bool:
    options = facts.owner_model._meta
    if issubclass(facts.owner_model, Page):
        return True
    return any(
        user.has_perm(f"{options.app_label}.{action}_{options.model_name}")
        for action in ("view", "change")
    ) or (facts.model is get_image_model())


class _Reader:
    """Reads all records of one kind: in one query, with two more for rights and for what was left behind."""

    def __init__(self, user: User, facts: FactKind, kind: Kind, counts: Counts) -> None:
        self.user, self.facts, self.kind, self.counts = user, facts, kind, counts
        self.labels = {name: facts.model._meta.get_field(name).verbose_name for name in facts.texts}
        self.sort = capfirst(str(facts.model._meta.verbose_name))
        self.address = _address_of(facts.owner_model)

    def gaps(self, *, has_changed: bool) -> Iterator[Gap]:
        records = list(self._records())
        behind = outdated_by_record(records) if has_changed else {}
        mine = set(facts_changed_by(self.user, self.facts).values_list("pk", flat=True))
        for record in records:
            lacking: dict[tuple[str, GapState], list[str]] = {}
            since: dict[str, datetime] = {}
            overtaken = {(one.field, one.language): one for one in behind.get(str(record.pk), [])}
            for name in self.facts.texts:
                self._look_at(record, name, overtaken, lacking, since)
            for (language, state), names in lacking.items():
                day = since.get(language) if state == GapState.OUTDATED else None
                yield self._gap(record, language, state, names, day, record.pk in mine)

    def _records(self):
        columns = [column_of(name, code) for name in self.facts.texts for code in LANGUAGES]
        own = [self.facts.owner_field] if self.facts.owner_field else []
        more = ["title", "is_decorative"] if self.kind == Kind.PICTURE else []
        records = self.facts.model._default_manager.select_related(None).only(
            "pk", *columns, *own, *more
        )
        if hasattr(records, "of_side"):  # departures: each country its own
            records = records.of_side(self.user.side)
        if self.facts.side_path:
            records = records.annotate(_side=F(self.facts.side_path))
        return records.order_by("pk")

    def _look_at(self, record: Model, name: str, overtaken, lacking, since) -> None:
        if name == "alt" and getattr(record, "is_decorative", False):
            return
        there, missing = words(record, name), missing_languages(record, name)
        for code in LANGUAGES if there else ():
            one = overtaken.get((name, code))
            state = GapState.MISSING if code in missing else GapState.OUTDATED if one else None
            self.counts[code][1] += 1
            self.counts[code][0] += state is None
            if state:
                lacking.setdefault((code, state), []).append(str(self.labels[name]))
            if one:
                since[code] = max(one.at, since.get(code, one.at))

    def _gap(self, record: Model, language, state, names, since, is_mine: bool) -> Gap:
        may = is_mine and self._is_ones_language(record, language)
        return Gap(
            kind=self.kind,
            sort=self.sort,
            title=self._title(record),
            language=language,
            state=state,
            what=capfirst(format_list(names)),
            side=getattr(record, "_side", "") or "",
            since=since,
            url=self.address(self._owner_key(record)) if may else None,
        )

    def _is_ones_language(self, record: Model, language: str) -> bool:
        """Say whether a person may write a language here: of the other side's records only their own."""
        side = getattr(record, "_side", "")
        if not side or not self.user.side or side == self.user.side or self.user.is_superuser:
            return True
        return SIDE_LANGUAGES[self.user.side] == language

    def _owner_key(self, record: Model):
        return (
            getattr(record, f"{self.facts.owner_field}_id") if self.facts.owner_field else record.pk
        )

    def _title(self, record: Model) -> str:
        if self.kind == Kind.PICTURE:
            return record.title
        texts = (fact_text(record, name).text for name in self.facts.texts)
        first = next((text for text in texts if text), str(record.pk))
        return first if len(first) < 90 else f"{first[:88]}…"


def _address_of(model: type[Model]):
    """Return what gives the address of the form of a record by its key."""
    if issubclass(model, Page):
        return lambda key: reverse("wagtailadmin_pages:edit", args=[key])
    if model is get_image_model():
        return lambda key: reverse("wagtailimages:edit", args=[key])
    if issubclass(model, BaseGenericSetting):
        where = (model._meta.app_label, model._meta.model_name)
        return lambda key: reverse("wagtailsettings:edit", args=[*where, key])
    if model in get_snippet_models():
        return lambda key: reverse(model.snippet_viewset.get_url_name("edit"), args=[key])
    viewset = viewset_of(model)
    return lambda key: reverse(viewset.get_url_name("edit"), args=[key]) if viewset else None
