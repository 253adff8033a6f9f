from django.urls import path
from django.views.generic import RedirectView

from bookings.views import booking, calendar, private

app_name = "bookings"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="bookings:departures"), name="index"),
    path("departures/", calendar.departures, name="departures"),
    path("departures/<int:pk>/", booking.departure, name="departure"),
    path("departures/<int:pk>/review/", booking.review, name="review"),
    path("<str:reference>/<str:secret>/", private.view, name="booking"),
    path("<str:reference>/<str:secret>/change/", private.change, name="change"),
    path("<str:reference>/<str:secret>/cancel/", private.cancel, name="cancel"),
    path("<str:reference>/<str:secret>/calendar.ics", private.calendar_file, name="calendar_file"),
]
