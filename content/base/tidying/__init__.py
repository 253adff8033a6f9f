"""What a paste from Word, a web page or WeChat brings along is taken out; the words stay as they were written."""

from content.base.tidying.html import tidy_html, without_tracking
from content.base.tidying.records import TidyForm, tidy_record
from content.base.tidying.text import tidy_text

__all__ = ["TidyForm", "tidy_html", "tidy_record", "tidy_text", "without_tracking"]
