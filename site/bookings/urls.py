from django.urls import path
from django.views.generic import RedirectView

from bookings.views import (
    calendar,
    changes,
    class_visits,
    feeds,
    keeping,
    load,
    naming,
    private,
    steps,
    waiting,
)

app_name = "bookings"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="bookings:departures"), name="index"),
    path("departures/", calendar.departures, name="departures"),
    path("ticket-keeper.js", keeping.ticket_keeper, name="ticket_keeper"),
    path("load/", load.load, name="load"),
    path("class-visit/", class_visits.ask, name="class_visit"),
    path("class-visit/sent/", class_visits.sent, name="class_visit_sent"),
    path("departures.ics", feeds.departures, name="feed"),
    path("guides/<int:pk>/<str:token>.ics", feeds.guide, name="guide_feed"),
    path("departures/<int:pk>/", steps.departure, name="departure"),
    path("departures/<int:pk>/people/", naming.step, name="people"),
    path("departures/<int:pk>/details/", steps.details, name="details"),
    path("departures/<int:pk>/review/", steps.review, name="review"),
    path("departures/<int:pk>/more-time/", steps.more_time, name="more_time"),
    path("departures/<int:pk>/give-up/", steps.give_up, name="give_up"),
    path("departures/<int:pk>/wait/", waiting.wait, name="wait"),
    path("<str:reference>/<str:secret>/", private.view, name="booking"),
    path("<str:reference>/<str:secret>/confirm/<str:token>/", changes.confirm, name="confirm"),
    path("<str:reference>/<str:secret>/address/", changes.address, name="address"),
    path("<str:reference>/<str:secret>/accept/", changes.accept, name="accept"),
    path("<str:reference>/<str:secret>/change/", changes.change, name="change"),
    path("<str:reference>/<str:secret>/people/", naming.change, name="change_people"),
    path(
        "<str:reference>/<str:secret>/people/<int:number>/",
        naming.take_out,
        name="take_out",
    ),
    path("<str:reference>/<str:secret>/papers/", naming.withdraw, name="withdraw_papers"),
    path("<str:reference>/<str:secret>/move/", changes.move, name="move"),
    path("<str:reference>/<str:secret>/cancel/", changes.cancel, name="cancel"),
    path("<str:reference>/<str:secret>/erase/", changes.erase, name="erase"),
    path("<str:reference>/<str:secret>/calendar.ics", private.calendar_file, name="calendar_file"),
    path("<str:reference>/<str:secret>/ticket.pdf", private.ticket, name="ticket"),
    path("<str:reference>/<str:secret>/kept/", keeping.kept_ticket, name="kept_ticket"),
    path("<str:reference>/<str:secret>/data.json", private.data_file, name="data_file"),
]
