from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from staff.handbook import views


@hooks.register("register_admin_urls")
def register_handbook() -> list:
    return [
        path("handbook/", views.HandbookView.as_view(), name="handbook"),
        path("handbook/<slug:slug>/", views.HandbookView.as_view(), name="handbook_page"),
        path(
            "handbook/images/<slug:language>/<slug:name>.webp",
            views.picture,
            name="handbook_picture",
        ),
    ]


@hooks.register("register_admin_menu_item")
def register_handbook_item() -> MenuItem:
    return MenuItem(
        _("Handbook"), reverse("handbook"), name="handbook", icon_name="help", order=20_000
    )
