from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.admin.forms import WagtailAdminModelForm

from content.trails.standing_still import closing


class ClosureForm(WagtailAdminModelForm):
    """The staff form of a closure: offers the trails and areas of one's own side, and what is chosen already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if reason := self.fields.get("reason"):
            chosen = Q(code=self.instance.reason_id)
            reason.queryset = reason.queryset.filter(Q(is_offered=True) | chosen)
        user = self.for_user
        if user is None or user.is_superuser or not user.side:
            return
        for name in ("trail", "area"):
            field, chosen = self.fields.get(name), getattr(self.instance, f"{name}_id")
            if field is not None:
                field.queryset = field.queryset.filter(Q(side=user.side) | Q(pk=chosen))

    def save(self, commit: bool = True) -> Any:
        if not commit:
            return super().save(commit=False)
        with transaction.atomic():
            closing.send(type(self.instance), closures=[self.instance])
            return super().save()
