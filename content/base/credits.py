"""Whom a new picture is credited to unless somebody says otherwise."""

from django.apps import apps

from content.base.facts import fact_text
from content.base.models import Image


def usual_terms(user) -> dict[str, str]:
    """Return credit and licence as this person gave them last, else those of the side they work for."""
    last = Image.objects.filter(uploaded_by_user=user).exclude(credit="").order_by("-pk").first()
    if last is not None:
        return {"credit": last.credit, "licence": last.licence}
    side = apps.get_model("reserve.Side").objects.filter(pk=user.side).first()
    return {"credit": fact_text(side, "organisation").text} if side else {}
