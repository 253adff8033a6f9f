import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from 0006: PostgreSQL does not alter a table whose rows the same transaction has changed."""

    dependencies = [("trails", "0006_closures_of_areas")]

    operations = [
        migrations.AlterField(
            model_name="closure",
            name="side",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reserve.side",
                verbose_name="side",
            ),
        ),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.CheckConstraint(
                condition=models.Q(trail__isnull=True, area__isnull=False)
                | models.Q(trail__isnull=False, area__isnull=True),
                name="closure_of_one_trail_or_area",
                violation_error_message="A closure is of one trail or of one area.",
            ),
        ),
    ]
