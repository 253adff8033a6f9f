from django.db import migrations

from content.notices.first_phrases import FIRST_PHRASES


def add_phrases(apps, schema_editor) -> None:
    phrase = apps.get_model("notices", "PreparedPhrase")
    phrase.objects.bulk_create(
        phrase(kind=kind, order=place, text=en, text_en=en, text_ru=ru, text_zh_hans=zh)
        for place, (kind, en, ru, zh) in enumerate(FIRST_PHRASES, start=1)
    )


class Migration(migrations.Migration):
    """Begin with the phrases a site needs on its first bad day; they are never added twice."""

    dependencies = [("notices", "0001_urgent_notices")]

    operations = [migrations.RunPython(add_phrases, migrations.RunPython.noop)]
