"""The screen in place of Wagtail's “delete user”."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.users.views.users import DeleteView

from staff.leaving.services import close_account, heirs_of, in_hand, was_never_used
from staff.models import User

SHOWN = 20


class Heir(forms.ModelChoiceField):
    def label_from_instance(self, person: User) -> str:
        return f"{person.get_full_name()} ({person.get_username()})"


class CloseForm(forms.Form):
    """Who takes over; empty leaves the drafts where they are, for anybody with the right to the page."""

    heir = Heir(
        queryset=User.objects.none(),
        required=False,
        label=gettext_lazy("Who takes over the drafts"),
        empty_label=gettext_lazy("Nobody: they stay as they are"),
        help_text=gettext_lazy(
            "A colleague of the same side; the drafts appear on their first page."
        ),
    )

    def __init__(self, *args, person: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heir"].queryset = heirs_of(person)


class LeaveView(DeleteView):
    """Close an account; delete it only when nobody ever used it."""

    page_title = gettext_lazy("Close the account")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._page(CloseForm(person=self.object))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if was_never_used(self.object):
            self.object.delete()
            messages.success(request, _("The account is deleted; nobody had used it."))
            return redirect("wagtailusers_users:index")
        form = CloseForm(request.POST, person=self.object)
        if not form.is_valid():
            return self._page(form)
        close_account(self.object, heir=form.cleaned_data["heir"], by=request.user)
        messages.success(request, _("The account is closed."))
        return redirect("wagtailusers_users:index")

    def _page(self, form: CloseForm) -> HttpResponse:
        held = in_hand(self.object)
        context = {
            "person": self.object,
            "form": form,
            "drafts": held.drafts.select_related("locale")[:SHOWN],
            "draft_count": held.drafts.count(),
            "lock_count": held.locked.count(),
            "is_unused": was_never_used(self.object),
            "page_title": self.page_title,
            "header_title": self.page_title,
            "header_icon": "user",
        }
        return render(self.request, "staff/leaving/close.html", context)
