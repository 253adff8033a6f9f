from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reserve", "0008_methods_of_figures")]

    operations = [
        migrations.RemoveField(
            model_name='populationfigure',
            name='method',
        ),
        migrations.RemoveField(
            model_name='populationfigure',
            name='method_en',
        ),
        migrations.RemoveField(
            model_name='populationfigure',
            name='method_ru',
        ),
        migrations.RemoveField(
            model_name='populationfigure',
            name='method_zh_hans',
        ),
    ]
