from django.urls import path

from content.cameratraps.editions import views

app_name = "cameratraps"
urlpatterns = [
    path("schemas/<slug:table>.json", views.schema, name="schema"),
    path("frames/<slug:key>.jpg", views.frame, name="frame"),
]
