from content.stories.models.facts import Author, Topic
from content.stories.models.pages import StoryIndexPage, StoryPage

__all__ = ["Author", "StoryIndexPage", "StoryPage", "Topic"]
