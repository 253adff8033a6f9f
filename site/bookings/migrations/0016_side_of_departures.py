import bookings.models.crossing
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, migrations, models
from django.db.models import OuterRef, Subquery

# What leads out of the bookings, to a database that may be another one.
CROSSING = {"Departure": ["trail_id"], "DepartureSeries": ["trail_id"], "Guide": ["side_id", "user_id"]}


def drop_constraints(apps, schema_editor):
    """Take away what earlier versions of these migrations made; new databases never had it."""
    for name, columns in CROSSING.items():
        model = apps.get_model("bookings", name)
        if schema_editor.connection.vendor == "sqlite":
            schema_editor._remake_table(model)
            continue
        for column in columns:
            for constraint in schema_editor._constraint_names(model, [column], foreign_key=True):
                schema_editor.execute(schema_editor._delete_fk_sql(model, constraint))


def fill_in(apps, schema_editor):
    """Write down whose each departure is; a database of one side was empty until now."""
    if schema_editor.connection.alias != DEFAULT_DB_ALIAS:
        return
    trails = apps.get_model("trails", "Trail").objects.filter(pk=OuterRef("trail_id"))
    for name in ("Departure", "DepartureSeries"):
        rows = apps.get_model("bookings", name).objects
        rows.update(side_id=Subquery(trails.values("side_id")[:1]))


def side(related_name, **fields):
    return bookings.models.crossing.SideOfTrail(db_constraint=False, editable=False, on_delete=bookings.models.crossing.protect, related_name=related_name, to='reserve.side', verbose_name='side', **fields)


class Migration(migrations.Migration):

    dependencies = [
        ('bookings', '0015_class_visits'),
        ('reserve', '0006_holidays'),
        ('trails', '0009_price_concession'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='departureseries',
            options={'ordering': ['trail_id', 'first_day', 'pk'], 'verbose_name': 'series of departures', 'verbose_name_plural': 'series of departures'},
        ),
        migrations.AlterField(
            model_name='departure',
            name='trail',
            field=models.ForeignKey(db_constraint=False, on_delete=bookings.models.crossing.protect, related_name='departures', to='trails.trail', verbose_name='trail'),
        ),
        migrations.AlterField(
            model_name='departureseries',
            name='trail',
            field=models.ForeignKey(db_constraint=False, on_delete=bookings.models.crossing.protect, related_name='series', to='trails.trail', verbose_name='trail'),
        ),
        migrations.AlterField(
            model_name='guide',
            name='side',
            field=models.ForeignKey(db_constraint=False, on_delete=bookings.models.crossing.protect, related_name='guides', to='reserve.side', verbose_name='side'),
        ),
        migrations.AlterField(
            model_name='guide',
            name='user',
            field=models.OneToOneField(blank=True, db_constraint=False, null=True, on_delete=bookings.models.crossing.forget, related_name='guide', to=settings.AUTH_USER_MODEL, verbose_name='staff account'),
        ),
        migrations.AddField(model_name='departure', name='side', field=side('departures', null=True)),
        migrations.AddField(model_name='departureseries', name='side', field=side('series', null=True)),
        migrations.RunPython(fill_in, migrations.RunPython.noop),
        migrations.RunPython(drop_constraints, migrations.RunPython.noop),
        migrations.AlterField(model_name='departure', name='side', field=side('departures')),
        migrations.AlterField(model_name='departureseries', name='side', field=side('series')),
    ]
