"""The screens of administrators: invite, see who has been invited, invite again, withdraw."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.users.views.users import CreateView

from staff.invitations.models import Invitation, State
from staff.invitations.services import invite, withdraw
from staff.models import User
from staff.signin.people import moment_for


class InviteView(CreateView):
    """Wagtail's form of a new account; what it makes is closed until the person has chosen a password."""

    page_title = gettext_lazy("Invite a person")
    submit_button_label = gettext_lazy("Send the invitation")
    submit_button_active_label = gettext_lazy("Sending…")

    def save_instance(self) -> User:
        person = super().save_instance()
        self.has_left = invite(person, by=self.request.user)
        return person

    def get_success_message(self, instance: User) -> str | None:
        return told(self.request, instance, self.has_left)

    def get_success_url(self) -> str:
        return reverse("invitations")


def told(request: HttpRequest, person: User, has_left: bool) -> str | None:
    """Return what to say when the mail has left; otherwise warn."""
    if has_left:
        return _("The invitation is on its way to %(address)s.") % {"address": person.email}
    messages.warning(request, _("The mail could not be sent. Send the invitation again later."))
    return None


class InvitationList(generic.IndexView):
    model = Invitation
    permission_policy = ModelPermissionPolicy(User)
    any_permission_required = ["add"]
    page_title = gettext_lazy("Invitations")
    header_icon = "mail"
    index_url_name = "invitations"
    index_results_url_name = "invitation_results"
    default_ordering = "-expires_at"
    paginate_by = 50
    _show_breadcrumbs = True

    def get_base_queryset(self):
        return Invitation.objects.select_related("person", "invited_by")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        url = reverse("wagtailusers_users:add")
        return [HeaderButton(_("Invite a person"), url=url, icon_name="plus")]

    @cached_property
    def columns(self) -> list[Column]:
        return [
            self._get_title_column_class(TitleColumn)(
                "person", accessor=str, label=_("Person"), get_url=_account_of
            ),
            Column("email", accessor="person.email", label=_("E-mail")),
            Column("side", accessor="person.get_side_display", label=_("side")),
            StatusTagColumn(
                "state",
                label=pgettext_lazy("invitation", "State"),
                accessor=lambda one: one.state.label,
                primary=lambda one: one.state == State.OPEN,
            ),
            Column("until", accessor=self._until, label=_("valid until"), sort_key="expires_at"),
            Column("host", accessor="invited_by.get_full_name", label=_("invited by")),
        ]

    def _until(self, invitation: Invitation) -> str:
        return moment_for(self.request.user, invitation.expires_at)

    def get_list_more_buttons(self, instance: Invitation) -> list[Button]:
        if instance.state == State.ACCEPTED:
            return []
        buttons = [_button(_("Send again"), "send_invitation", instance, "mail")]
        if instance.may_be_accepted:
            buttons.append(_button(_("Withdraw"), "withdraw_invitation", instance, "cross"))
        return buttons


def _account_of(invitation: Invitation) -> str:
    return reverse("wagtailusers_users:edit", args=[invitation.person_id])


def _button(label: str, name: str, invitation: Invitation, icon: str) -> Button:
    return Button(label, reverse(name, args=[invitation.pk]), icon_name=icon)


def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then send a new link; the earlier one becomes void."""
    invitation = _open_to(request, pk)
    if request.method == "POST":
        has_left = invite(invitation.person, by=request.user)
        if text := told(request, invitation.person, has_left):
            messages.success(request, text)
        return redirect("invitations")
    return _ask(
        request,
        invitation,
        _("Send again"),
        _("A new link goes to %(address)s; the earlier one becomes void.")
        % {"address": invitation.person.email},
    )


def withdraw_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then make the link void."""
    invitation = _open_to(request, pk)
    if request.method == "POST":
        withdraw(invitation, by=request.user)
        messages.success(request, _("The invitation is withdrawn."))
        return redirect("invitations")
    return _ask(
        request,
        invitation,
        _("Withdraw"),
        _("The link becomes void. The account stays closed; you may invite the person again."),
    )


def _open_to(request: HttpRequest, pk: int) -> Invitation:
    if not request.user.has_perm("staff.add_user"):
        raise PermissionDenied
    return get_object_or_404(
        Invitation.objects.select_related("person"), pk=pk, accepted_at__isnull=True
    )


def _ask(request: HttpRequest, invitation: Invitation, what: str, meaning: str) -> HttpResponse:
    context = {
        "invitation": invitation,
        "page_title": what,
        "header_title": what,
        "header_icon": "mail",
        "meaning": meaning,
        "is_dangerous": request.resolver_match.url_name == "withdraw_invitation",
    }
    return render(request, "staff/invitations/ask.html", context)
