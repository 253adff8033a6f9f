from django.urls import path

from content.schools import views

app_name = "schools"
urlpatterns = [
    path("<str:programme>/<str:unit>/<str:lesson>/all.zip", views.archive, name="archive"),
    *[
        path(
            f"<str:programme>/<str:unit>/<str:lesson>/{kind}.pdf",
            views.lesson_file,
            {"kind": kind},
            name=kind,
        )
        for kind in ("plan", "sheet", "key")
    ],
]
