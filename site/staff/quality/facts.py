"""The facts: every record whose texts have three columns, with the rule of who may change it and where one does."""

from dataclasses import dataclass

from django.db.models import Model, QuerySet
from modelcluster.fields import ParentalKey
from modeltranslation.translator import translator
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as picture_policy
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import get_snippet_models

from content.base.permissions import TRANSLATE, SidePermissionPolicy
from content.base.texts.columns import text_fields
from staff.models import User
from staff.quality.reach import pages_changed_by
from staff.screens import registered_viewsets


@dataclass(frozen=True)
class FactKind:
    """One kind of fact: its model, its translated texts, and the field that leads to the record it is edited with."""

    model: type[Model]
    texts: tuple[str, ...]
    owner_field: str = ""

    @property
    def owner_model(self) -> type[Model]:
        if not self.owner_field:
            return self.model
        return self.model._meta.get_field(self.owner_field).related_model

    @property
    def side_path(self) -> str:
        """The lookup that leads to the side a record belongs to; empty for what belongs to both."""
        policy = policy_of(self.owner_model)
        if not isinstance(policy, SidePermissionPolicy):
            return ""
        return f"{self.owner_field}__{policy.side_path}" if self.owner_field else policy.side_path


def fact_kinds() -> list[FactKind]:
    """Return every kind of fact there is, pictures among them."""
    return [
        FactKind(model, text_fields(model), _owner_field(model))
        for model in translator.get_registered_models(abstract=False)
        if not model._meta.proxy
    ]


def _owner_field(model: type[Model]) -> str:
    keys = (field.name for field in model._meta.fields if isinstance(field, ParentalKey))
    return next(keys, "")


def policy_of(model: type[Model]):
    """Return the rule of who may change a kind of record."""
    if model is get_image_model():
        return picture_policy
    if model in get_snippet_models():
        return model.snippet_viewset.permission_policy
    viewset = viewset_of(model)
    return viewset.permission_policy if viewset else ModelPermissionPolicy(model)


def viewset_of(model: type[Model]) -> ModelViewSet | None:
    """Return the screens of a model that is no snippet, None when it has none."""
    return next(
        (
            viewset
            for viewset in registered_viewsets()
            if isinstance(viewset, ModelViewSet) and viewset.model is model
        ),
        None,
    )


def facts_changed_by(user: User, kind: FactKind) -> QuerySet:
    """Return the records of a kind that a person may change, or of which they may change their language's texts."""
    owners = _owners_changed_by(user, kind.owner_model).values("pk")
    path = f"{kind.owner_field}__in" if kind.owner_field else "pk__in"
    return kind.model._default_manager.filter(**{path: owners})


def _owners_changed_by(user: User, model: type[Model]) -> QuerySet:
    if issubclass(model, Page):
        return pages_changed_by(user)
    policy = policy_of(model)
    records = policy.instances_user_has_permission_for(user, "change")
    if hasattr(records, "of_side"):  # departures: each country its own
        return records.of_side(user.side)
    if isinstance(policy, SidePermissionPolicy) and _translates(user, policy):
        return model._default_manager.all()
    return records


def _translates(user: User, policy: SidePermissionPolicy) -> bool:
    """Say whether a person may fill in their language's texts in the other side's records too."""
    may_change = policy.user_has_permission(user, "change")
    return may_change and policy.shows_other_side and user.has_perm(TRANSLATE)
