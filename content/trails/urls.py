from django.urls import path

from content.trails import views

app_name = "trails"
urlpatterns = [
    path("<slug:slug>/track.gpx", views.track, name="track"),
]
