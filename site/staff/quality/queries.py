"""What the first page asks about quality."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from bookings.databases import lies_apart
from staff.models import User
from staff.quality.facts import fact_kinds, facts_changed_by
from staff.quality.models import BrokenLink
from staff.quality.reach import pages_changed_by
from staff.quality.reviews import pages_to_review

__all__ = ["broken_links_for", "pages_to_review"]


def broken_links_for(user: User) -> QuerySet[BrokenLink]:
    """Return the broken links a person can mend, the oldest first, with their pages."""
    theirs = Q(page__in=pages_changed_by(user).values("pk"))
    kinds = [kind for kind in fact_kinds() if not lies_apart(kind.model)]
    types = ContentType.objects.get_for_models(*(kind.model for kind in kinds))
    for kind in kinds:
        keys = facts_changed_by(user, kind).annotate(key=Cast("pk", CharField())).values("key")
        theirs |= Q(content_type=types[kind.model], object_id__in=keys)
    return (
        BrokenLink.objects.filter(theirs)
        .select_related("page__locale", "page__content_type", "content_type")
        .order_by("found_at", "pk")
    )
