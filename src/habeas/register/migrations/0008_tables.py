"""What a keeper takes in, and the place of an act, as Django writes it from the models.

The projections are of another version with it: `habeas rebuild` fills the new column.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0007_no_statistics"),
    ]

    operations = [
        migrations.AddField(model_name="act", name="place", field=models.TextField(null=True)),
        migrations.CreateModel(
            name="Coverage",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField()),
                ("from_seq", models.BigIntegerField()),
                ("to_seq", models.BigIntegerField(null=True)),
                ("id", models.TextField()),
                ("keeper", models.TextField()),
                ("known", models.TextField()),
                ("level", models.IntegerField()),
            ],
            options={
                "db_table": "coverage",
                "indexes": [
                    models.Index(fields=["id"], name="coverage_id"),
                    models.Index(fields=["entry"], name="coverage_entry"),
                ],
            },
        ),
    ]
