"""Fill the glossary with the terms that come with the code."""

import json
from pathlib import Path

from django.db import migrations

SHIPPED = Path(__file__).resolve().parent.parent / "translating" / "glossary.json"


def fill(apps, schema_editor) -> None:
    terms = apps.get_model("staff", "GlossaryTerm").objects
    for row in json.loads(SHIPPED.read_text(encoding="utf-8")):
        terms.get_or_create(en=row["en"], defaults=row)


class Migration(migrations.Migration):
    dependencies = [("staff", "0002_translating")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
