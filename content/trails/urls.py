from django.urls import path

from content.trails import views

app_name = "trails"
urlpatterns = [
    path("<slug:slug>/track.gpx", views.track_gpx, name="track_gpx"),
    path("<slug:slug>/track.kml", views.track_kml, name="track_kml"),
]
