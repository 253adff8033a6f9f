"""When somebody should look at a page again.

An editor may set a day. A day that lies before the last publishing has been seen to; then, and where none was set, it
is REVIEW_AFTER_DAYS after the last publishing. So nothing has to be written when a page is published.
"""

from datetime import timedelta

from django.conf import settings
from django.db.models import Case, DateField, ExpressionWrapper, F, Q, QuerySet, When
from django.db.models import DateTimeField as Moment
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone
from wagtail.models import Page, get_page_models

from content.base.models import BasePage
from staff.models import User
from staff.quality.reach import pages_changed_by


def with_review_day(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Return the pages with `review_day`, the day on which to look at them again, in the same query."""
    days = [
        F(f"{model._meta.model_name}__review_on")
        for model in get_page_models()
        if issubclass(model, BasePage)
    ]
    a_while_after = ExpressionWrapper(
        F("last_published_at") + timedelta(days=settings.REVIEW_AFTER_DAYS), output_field=Moment()
    )
    is_still_to_come = Q(last_published_at=None) | Q(day_set__gt=TruncDate("last_published_at"))
    return pages.annotate(
        day_set=Coalesce(*days, output_field=DateField()),
        review_day=Case(
            When(is_still_to_come, day_set__isnull=False, then=F("day_set")),
            default=TruncDate(a_while_after),
            output_field=DateField(),
        ),
    )


def pages_to_review(user: User) -> QuerySet[Page]:
    """Return the live pages a person may change whose day has come, each with `review_day`, the oldest first."""
    pages = with_review_day(pages_changed_by(user).live())
    return pages.filter(review_day__lte=timezone.localdate()).order_by("review_day", "pk")
