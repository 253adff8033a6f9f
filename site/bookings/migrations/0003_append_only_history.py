"""The database itself refuses to change an event once it is written."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER bookings_history_is_append_only BEFORE UPDATE ON bookings_auditevent
BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
"""
POSTGRESQL = """
CREATE FUNCTION bookings_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'The history is append-only.'; END; $$;
CREATE TRIGGER bookings_history_is_append_only BEFORE UPDATE ON bookings_auditevent
FOR EACH ROW EXECUTE FUNCTION bookings_refuse_change();
"""


def add_trigger(apps, schema_editor) -> None:
    vendor = schema_editor.connection.vendor
    schema_editor.execute(SQLITE if vendor == "sqlite" else POSTGRESQL, params=None)


def remove_trigger(apps, schema_editor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS bookings_history_is_append_only")
        return
    schema_editor.execute("DROP TRIGGER IF EXISTS bookings_history_is_append_only ON bookings_auditevent")
    schema_editor.execute("DROP FUNCTION IF EXISTS bookings_refuse_change()")


class Migration(migrations.Migration):
    dependencies = [("bookings", "0002_initial")]
    operations = [migrations.RunPython(add_trigger, remove_trigger)]
