from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from content.base.blocks import BodyBlock
from content.base.menus import MenuItem
from content.base.models import BasePage


class ContactPage(RoutablePageMixin, BasePage):
    """The page from which a message reaches the office of the right side."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["reserve.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    @path("", name="form")
    def form(self, request: HttpRequest) -> HttpResponse:
        from content.reserve.forms import ContactForm
        from content.reserve.queries import sides_with_numbers
        from content.reserve.services import send_contact_message

        sides = sides_with_numbers()
        form = ContactForm(request.POST or None, sides=sides)
        if request.method == "POST" and form.is_valid():
            if not form.is_robot():
                send_contact_message(**form.message_fields(), language=request.LANGUAGE_CODE)
            return redirect(self.get_url(request) + self.reverse_subpage("sent"))
        status = 422 if form.errors else 200
        response = self.render(request, context_overrides={"form": form, "sides": sides})
        response.status_code = status
        if form.is_bound:
            add_never_cache_headers(response)  # it shows what a person typed
        return response

    @path("sent/", name="sent")
    def sent(self, request: HttpRequest) -> HttpResponse:
        return self.render(
            request,
            template="reserve/contact_sent.html",
            context_overrides={"extra_breadcrumbs": [MenuItem(self.title, self.get_url(request))]},
        )

    def route_suffix_in(self, language: str, request: HttpRequest) -> str:
        match = getattr(request, "routable_resolver_match", None)
        return "sent/" if match and match.url_name == "sent" else ""


class ContactMessage(models.Model):
    """A message from the contact form, kept so that a broken mail server loses none."""

    side = models.ForeignKey(
        "reserve.Side", verbose_name=_("office"), on_delete=models.PROTECT, related_name="+"
    )
    key = models.UUIDField(null=True, unique=True, editable=False)  # one form, one message
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    message = models.TextField(_("message"), max_length=5000)
    language = models.CharField(_("language"), max_length=10)
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    mailed_at = models.DateTimeField(_("passed on"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("contact message")
        verbose_name_plural = _("contact messages")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} · {self.created_at:%Y-%m-%d}"
