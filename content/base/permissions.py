"""Who may change what belongs to one side. The rule for facts and for pages; the roles are in `staff.roles`.

A person's side is `user.side`; empty means both, which only administrators are.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from wagtail.models import Page, PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy

from content.base.choices import SideCode

SIDE_LANGUAGES = {SideCode.RU: "ru", SideCode.CN: "zh-hans"}
TRANSLATE = "wagtail_localize.submit_translation"


def side_of(record: Model, path: str) -> str | None:
    """Return the side a record belongs to, following a lookup such as `trail__side`; None when to nobody."""
    *steps, last = path.split("__")
    for step in steps:
        record = getattr(record, step)
        if record is None:
            return None
    return record.pk if last == "pk" else getattr(record, f"{last}_id")


def is_of_other_side(user, side: str | None) -> bool:
    """Say whether a thing of this side belongs to the other country than the user."""
    return bool(side and user.side and user.side != side and not user.is_superuser)


class SidePermissionPolicy(ModelPermissionPolicy):
    """Django's model permissions, and of the other side's records at most the right to view."""

    def __init__(
        self, model: type[Model], *, side_path: str, shows_other_side: bool = True
    ) -> None:
        super().__init__(model)
        self.side_path = side_path
        self.shows_other_side = shows_other_side

    def user_has_permission_for_instance(self, user, action: str, instance: Model) -> bool:
        if not self.user_has_permission(user, action):
            return False
        if not is_of_other_side(user, side_of(instance, self.side_path)):
            return True
        if not self.shows_other_side:
            return False
        return action == "view" or (action == "change" and self.only_translates(user, instance))

    def only_translates(self, user, instance: Model) -> bool:
        """Say whether the user may fill in only their language's texts: a translator, on the other side's record."""
        return user.has_perm(TRANSLATE) and is_of_other_side(
            user, side_of(instance, self.side_path)
        )

    def instances_user_has_any_permission_for(self, user, actions) -> QuerySet:
        allowed = super().instances_user_has_any_permission_for(user, actions)
        narrow = not self.shows_other_side or "view" not in actions
        if narrow and user.side and not user.is_superuser:
            return allowed.filter(**{self.side_path: user.side})
        return allowed


class SidePagePermissionTester(PagePermissionTester):
    """Leaves the English page of a side's own thing to that side, and a joint page to both.

    In the Russian and Chinese trees, where only that country's staff have rights, each writes about everything.
    Nobody who works for one side publishes alone what needs a moderator of each; administrators may.
    """

    def __init__(self, user, page: Page) -> None:
        super().__init__(user, page)
        if user.is_active and not user.is_superuser and self._belongs_to_others():
            self.permissions = set()

    def _belongs_to_others(self) -> bool:
        if not is_of_other_side(self.user, self.page.owner_side):
            return False
        return self.page.locale.language_code != SIDE_LANGUAGES[SideCode(self.user.side)]

    def can_publish(self) -> bool:
        return super().can_publish() and not self._needs_the_other_side()

    def can_publish_subpage(self) -> bool:
        return super().can_publish_subpage() and not self._needs_the_other_side()

    def can_unschedule(self) -> bool:
        return super().can_publish()

    def can_set_view_restrictions(self) -> bool:
        return super().can_publish()

    def _needs_the_other_side(self) -> bool:
        from content.base.approvals import approving_sides  # built on this module

        if self.user.is_superuser or not self.user.side or self.page_is_root:
            return False
        return set(approving_sides(self.page)) != {self.user.side}


class SideOwnedPage:
    """A page about a fact of one side; put before BasePage."""

    about: str  # the field that leads to the fact

    @property
    def owner_side(self) -> str | None:
        return side_of(self, f"{self.about}__side")


def refuse_other_side(user, records: list[Model], action: str) -> None:
    """Raise PermissionDenied when one of these snippets is not the user's to act upon."""
    for record in records:
        viewset = getattr(record, "snippet_viewset", None)
        policy = getattr(viewset, "permission_policy", None)
        if policy and not policy.user_has_permission_for_instance(user, action, record):
            raise PermissionDenied


_generic_permissions = Page.permissions_for_user


def _permissions_of_specific_page(page: Page, user) -> PagePermissionTester:
    if type(page) is not Page or page.depth == 1 or page.specific_class is None:
        return _generic_permissions(page, user)
    return page.specific_deferred.permissions_for_user(user)


def ask_the_page_itself() -> None:
    """Let lists and actions upon many pages, which know a page by its title only, keep its own rules too."""
    Page.permissions_for_user = _permissions_of_specific_page
