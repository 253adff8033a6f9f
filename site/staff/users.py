"""The screens of accounts: Wagtail's own, with the side and the language of a person."""

from django import forms
from django.conf import settings
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.models import UserProfile
from wagtail.users.views.users import IndexView, UserFilterSet, UserViewSet

from staff.invitations.screens import InviteView
from staff.leaving.screens import LeaveView
from staff.models import User
from staff.roles import group_label, groups


class GroupChoiceField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, group) -> str:
        return group_label(group.name)


class StaffUserForm(forms.ModelForm):
    """What both account forms have besides Wagtail's fields."""

    language = forms.ChoiceField(
        label=_("Language of the interface"),
        choices=settings.WAGTAILADMIN_PERMITTED_LANGUAGES,
        help_text=_("Everybody may change it for themselves under their account."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        given = self.fields["groups"]
        self.fields["groups"] = GroupChoiceField(
            queryset=given.queryset.order_by("name"),
            label=given.label,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        profile = UserProfile.objects.filter(user_id=self.instance.pk).first()
        self.initial["language"] = profile.get_preferred_language() if profile else "en"

    def clean(self) -> dict:
        """Refuse groups of a country the person does not work for, and a missing country."""
        cleaned = super().clean()
        sides = {
            groups()[group.name][1]
            for group in cleaned.get("groups") or []
            if group.name in groups()
        }
        if (sides - {""}) and sides - {""} != {cleaned.get("side")}:
            self.add_error("side", _("The groups and the side must be of the same country."))
        return cleaned

    def save(self, commit: bool = True) -> User:
        with transaction.atomic():
            user = super().save(commit)
            if commit:
                profile = UserProfile.get_for_user(user)
                profile.preferred_language = self.cleaned_data["language"]
                profile.save(update_fields=["preferred_language"])
        return user


class StaffUserCreationForm(StaffUserForm, UserCreationForm):
    """A person to invite: the account is closed, and without a password, until they accept."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"side"}

    def clean_email(self) -> str:
        """Refuse an address that has an account already: it would get two invitations and one reset link."""
        address = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=address).exists():
            raise forms.ValidationError(_("There is an account with this address already."))
        return address

    def save(self, commit: bool = True) -> User:
        self.instance.is_active = False
        self.instance.set_unusable_password()
        return super().save(commit)


class StaffUserEditForm(StaffUserForm, UserEditForm):
    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"side"}


class StaffUserFilterSet(UserFilterSet):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.filters["group"].field.label_from_instance = lambda group: group_label(group.name)

    class Meta(UserFilterSet.Meta):
        fields = ["side"]


class StaffUserIndexView(IndexView):
    add_item_label = _("Invite a person")

    @cached_property
    def columns(self) -> list[Column]:
        columns = list(super().columns)
        columns.insert(
            3, Column("side", accessor="get_side_display", label=_("side"), sort_key="side")
        )
        return columns


class StaffUserViewSet(UserViewSet):
    index_view_class = StaffUserIndexView
    add_view_class = InviteView
    delete_view_class = LeaveView
    filterset_class = StaffUserFilterSet

    def get_form_class(self, for_update: bool = False) -> type[StaffUserForm]:
        return StaffUserEditForm if for_update else StaffUserCreationForm
