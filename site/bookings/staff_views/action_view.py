"""A button's own page: a short form about one record, and what it does."""

from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views import generic

from bookings.errors import BookingError
from bookings.staff_views.scoping import OfOwnSide


class ActionView(OfOwnSide, generic.InspectView):
    """A short form about a record of the own side; subclasses say what it does."""

    template_name = "bookings/staff/action.html"
    permission_required = "change"
    action_form_class: type
    record_space: str  # of the addresses of its kind
    submit_label = ""
    nothing = ""  # why there is nothing to choose; such a page has no button
    is_dangerous = False

    def records(self):
        return super().records().with_trail()

    def get_fields(self):
        return []

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self._page(self.action_form_class(initial=self.initial(), **self.form_arguments()))

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        form = self.action_form_class(request.POST, **self.form_arguments())
        if not form.is_valid():
            return self._page(form)
        try:
            messages.success(request, self.act(form))
        except BookingError as error:
            form.add_error(None, error.message)
            return self._page(form)
        return redirect(self.done_url)

    def initial(self) -> dict:
        """Return what the form is filled in with."""
        return {}

    def form_arguments(self) -> dict:
        """Return what the form is to know of the record."""
        return {}

    def when(self) -> str:
        """Return when the record is, for the head of the page."""
        raise NotImplementedError

    def subject(self) -> object:
        """Return what the record is about, for the head of the page."""
        return self.object.trail

    def act(self, form) -> str:
        """Do it; return what to tell."""
        raise NotImplementedError

    @property
    def record_url(self) -> str:
        return reverse(f"{self.record_space}:inspect", args=[quote(self.object.pk)])

    @property
    def done_url(self) -> str:
        """Return where it leads once it is done."""
        return self.record_url

    def _page(self, form) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            subject=self.subject(),
            when=self.when(),
            submit_label=self.submit_label,
            nothing=self.nothing,
            is_dangerous=self.is_dangerous,
            back_url=self.record_url,
        )
        return render(self.request, self.template_name, context)
