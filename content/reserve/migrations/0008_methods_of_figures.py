from django.db import migrations

LANGUAGES = ("", "_en", "_ru", "_zh_hans")


def register(apps, schema_editor):
    """Make each method that was written beside numbers a record that they refer to."""
    figures = apps.get_model("reserve", "PopulationFigure").objects
    methods = apps.get_model("reserve", "CountMethod").objects
    for figure in figures.exclude(method=""):
        names = {f"name{end}": (getattr(figure, f"method{end}") or "")[:120] for end in LANGUAGES}
        found = methods.filter(scope=figure.scope, **names).first()
        figure.counted_by = found or methods.create(scope=figure.scope, **names)
        figure.save(update_fields=["counted_by"])


class Migration(migrations.Migration):
    dependencies = [("reserve", "0007_counting_methods")]
    operations = [migrations.RunPython(register, migrations.RunPython.noop)]
