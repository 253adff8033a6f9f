"""What was noted so far becomes words of rangers; the database itself refuses to change a word."""

from uuid import uuid4

from django.db import migrations
from django.db.models import F

SQLITE = """
CREATE TRIGGER bookings_words_are_append_only BEFORE UPDATE ON bookings_attendanceevent
BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
"""
POSTGRESQL = """
CREATE TRIGGER bookings_words_are_append_only BEFORE UPDATE ON bookings_attendanceevent
FOR EACH ROW EXECUTE FUNCTION bookings_refuse_change();
"""


def write_words(apps, schema_editor) -> None:
    alias = schema_editor.connection.alias
    Attendance = apps.get_model("bookings", "Attendance")
    Word = apps.get_model("bookings", "AttendanceEvent")
    noted = Attendance.objects.using(alias)
    words = []
    for row in noted.all():
        kinds = ["no-show"] if row.state == "no-show" else ["arrived"]
        kinds += ["back"] if row.state == "back" else []
        words += [
            Word(
                id=uuid4(),
                booking_id=row.booking_id,
                kind=kind,
                people=row.people,
                at=row.noted_at,
                received_at=row.noted_at,
            )
            for kind in kinds
        ]
    Word.objects.using(alias).bulk_create(words)
    noted.filter(state="back").update(off_trail=F("people"))


def forget_words(apps, schema_editor) -> None:
    apps.get_model("bookings", "AttendanceEvent").objects.using(
        schema_editor.connection.alias
    ).all().delete()


def add_trigger(apps, schema_editor) -> None:
    vendor = schema_editor.connection.vendor
    schema_editor.execute(SQLITE if vendor == "sqlite" else POSTGRESQL, params=None)


def remove_trigger(apps, schema_editor) -> None:
    table = "" if schema_editor.connection.vendor == "sqlite" else " ON bookings_attendanceevent"
    schema_editor.execute(f"DROP TRIGGER IF EXISTS bookings_words_are_append_only{table}")


class Migration(migrations.Migration):
    dependencies = [("bookings", "0018_words_of_rangers")]
    operations = [
        migrations.RunPython(write_words, forget_words),
        migrations.RunPython(add_trigger, remove_trigger),
    ]
