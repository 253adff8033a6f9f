from django.contrib.contenttypes.models import ContentType
from django.db import models


class TextState(models.Model):
    """When one language's text of a fact was last settled, and when it was last written anew.

    There is none for a text that has not changed since the record was made.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=40)
    field = models.CharField(max_length=60)
    language = models.CharField(max_length=10)
    settled_at = models.DateTimeField()
    rewritten_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "language"],
                name="one_state_for_each_text",
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_type_id}/{self.object_id} {self.field} {self.language}"
