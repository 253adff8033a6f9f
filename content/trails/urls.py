from django.urls import path

from content.trails import views
from content.trails.feeds import ClosureFeed

app_name = "trails"
urlpatterns = [
    path("closures.atom", ClosureFeed(), name="closures"),
    path("<slug:slug>/track.gpx", views.track_gpx, name="track_gpx"),
    path("<slug:slug>/track.kml", views.track_kml, name="track_kml"),
]
