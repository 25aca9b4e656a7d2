"""The names that people are found by, as Django writes them; the planner of PostgreSQL keeps no samples of them.

The projections are of another version with it: `habeas rebuild` fills the tables.
"""

from typing import Any

from django.db import migrations, models

NAMING = (
    ("name_word", "word"),
    ("name_word", "beside"),
    ("name_word", "words"),
    *(("name_key", one) for one in ("key", "word", "of")),
)


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    """Set the target to 0."""
    if schema_editor.connection.vendor == "postgresql":
        for table, column in NAMING:
            schema_editor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET STATISTICS 0')


class Migration(migrations.Migration):
    """Two tables, and no samples of names."""

    dependencies = (("register", "0011_review"),)
    operations = (
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField()),
                ("said", models.TextField()),
                ("whose", models.TextField()),
                ("word", models.TextField()),
                ("beside", models.TextField()),
                ("words", models.TextField()),
            ],
            options={
                "db_table": "name_word",
                "indexes": [
                    models.Index(fields=["word", "beside", "said", "entry", "whose", "words"], name="name_word_word"),
                    models.Index(fields=["entry"], name="name_word_entry"),
                ],
            },
        ),
        migrations.CreateModel(
            name="NameKey",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.TextField()),
                ("word", models.TextField()),
                ("of", models.TextField()),
            ],
            options={
                "db_table": "name_key",
                "indexes": [models.Index(fields=["key", "word", "of"], name="name_key_key")],
            },
        ),
        migrations.RunPython(keep_no_samples),
    )
