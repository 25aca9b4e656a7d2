"""What a count reads without opening a body, recognitions, rules and lenses, as Django writes it from the models.

The projections are of another version with it: `habeas rebuild` fills the new columns.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0005_no_statistics"),
    ]

    operations = [
        migrations.AddField(model_name="claim", name="meaning", field=models.TextField(null=True)),
        migrations.AddField(
            model_name="claim",
            name="basis",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.AddField(model_name="act", name="state", field=models.TextField(null=True)),
        migrations.AddField(model_name="act", name="name", field=models.TextField(null=True)),
        migrations.AddField(model_name="act", name="country", field=models.TextField(null=True)),
        migrations.AddField(model_name="judgement", name="about", field=models.TextField(null=True)),
        migrations.CreateModel(
            name="Recognition",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField()),
                ("position", models.IntegerField()),
                ("record", models.TextField()),
                ("body", models.TextField()),
                ("withdrawn", models.TextField(null=True)),
                ("ex_post_facto", models.TextField(null=True)),
                ("name", models.TextField(null=True)),
            ],
            options={
                "db_table": "recognition",
                "indexes": [
                    models.Index(fields=["entry"], name="recognition_entry"),
                    models.Index(fields=["record"], name="recognition_record"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rule",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField()),
                ("from_seq", models.BigIntegerField()),
                ("to_seq", models.BigIntegerField(null=True)),
                ("id", models.TextField()),
                ("name", models.TextField()),
                ("version", models.IntegerField()),
                ("level", models.IntegerField()),
            ],
            options={
                "db_table": "rule",
                "indexes": [
                    models.Index(fields=["id"], name="rule_id"),
                    models.Index(fields=["entry"], name="rule_entry"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lens",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField()),
                ("from_seq", models.BigIntegerField()),
                ("to_seq", models.BigIntegerField(null=True)),
                ("id", models.TextField()),
                ("name", models.TextField()),
                ("version", models.IntegerField()),
                ("level", models.IntegerField()),
            ],
            options={
                "db_table": "lens",
                "indexes": [
                    models.Index(fields=["id"], name="lens_id"),
                    models.Index(fields=["entry"], name="lens_entry"),
                ],
            },
        ),
    ]
