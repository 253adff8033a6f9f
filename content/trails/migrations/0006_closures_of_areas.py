import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def give_sides(apps, _schema_editor) -> None:
    """A closure made before areas could be closed belongs to the side of its trail."""
    for closure in apps.get_model("trails", "Closure").objects.select_related("trail"):
        closure.side_id = closure.trail.side_id
        closure.save(update_fields=["side"])


class Migration(migrations.Migration):
    dependencies = [
        ("reserve", "0006_holidays"),
        ("trails", "0005_walking_facts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="closure",
            name="trail",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="closures",
                to="trails.trail",
                verbose_name="trail",
            ),
        ),
        migrations.AddField(
            model_name="closure",
            name="area",
            field=models.ForeignKey(
                blank=True,
                help_text="Instead of a trail: closes every trail of the area.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="closures",
                to="reserve.protectedarea",
                verbose_name="protected area",
            ),
        ),
        migrations.AddField(
            model_name="closure",
            name="effect",
            field=models.CharField(
                choices=[
                    ("stop", "stop sales"),
                    ("cancel", "to be called off"),
                ],
                default="stop",
                help_text="Either way the booking officers confirm what becomes of each walk.",
                max_length=8,
                verbose_name="booked walks",
            ),
        ),
        migrations.AddField(
            model_name="closure",
            name="lifted_at",
            field=models.DateTimeField(
                editable=False, null=True, verbose_name="lifted before its time"
            ),
        ),
        migrations.AddField(
            model_name="closure",
            name="created_at",
            field=models.DateTimeField(
                auto_now_add=True, default=django.utils.timezone.now, verbose_name="created"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="closure",
            name="changed_at",
            field=models.DateTimeField(auto_now=True, verbose_name="changed"),
        ),
        migrations.AddField(
            model_name="closure",
            name="side",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="reserve.side",
                verbose_name="side",
            ),
        ),
        migrations.RunPython(give_sides, migrations.RunPython.noop),
    ]
