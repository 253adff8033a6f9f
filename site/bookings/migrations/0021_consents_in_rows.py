from django.db import migrations

CHILDREN = "+children"


def write_rows(apps, schema_editor):
    """Write the consent of each booking as rows: one for the booking, one for the children in it."""
    Consent = apps.get_model("bookings", "Consent")
    bookings = apps.get_model("bookings", "Booking").objects.using(schema_editor.connection.alias)
    rows = []
    for booking in bookings.filter(consent_at__isnull=False).exclude(consent_version=""):
        purposes = ["booking", "guardian"] if booking.consent_version.endswith(CHILDREN) else ["booking"]
        rows += [
            Consent(
                booking_id=booking.pk,
                purpose=purpose,
                version=booking.consent_version.removesuffix(CHILDREN),
                text_hash=booking.consent_hash,
                language=booking.consent_language,
                given_at=booking.consent_at,
            )
            for purpose in purposes
        ]
    Consent.objects.using(schema_editor.connection.alias).bulk_create(rows, batch_size=500)


def write_columns(apps, schema_editor):
    """Write the rows back into the columns of each booking."""
    alias = schema_editor.connection.alias
    consents = apps.get_model("bookings", "Consent").objects.using(alias)
    bookings = apps.get_model("bookings", "Booking").objects.using(alias)
    guarded = set(consents.filter(purpose="guardian").values_list("booking_id", flat=True))
    for consent in consents.filter(purpose="booking").order_by("pk"):
        suffix = CHILDREN if consent.booking_id in guarded else ""
        bookings.filter(pk=consent.booking_id).update(
            consent_version=(consent.version + suffix)[:20],
            consent_hash=consent.text_hash,
            consent_language=consent.language,
        )
    consents.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ("bookings", "0020_people"),
    ]

    operations = [migrations.RunPython(write_rows, write_columns)]
