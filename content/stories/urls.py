from django.urls import path

from content.stories.feeds import StoryFeed

app_name = "stories"
urlpatterns = [path("feed.atom", StoryFeed(), name="feed")]
