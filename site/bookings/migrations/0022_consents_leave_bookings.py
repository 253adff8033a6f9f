from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("bookings", "0021_consents_in_rows"),
    ]

    operations = [
        migrations.RemoveField(model_name="booking", name="consent_hash"),
        migrations.RemoveField(model_name="booking", name="consent_language"),
        migrations.RemoveField(model_name="booking", name="consent_version"),
    ]
