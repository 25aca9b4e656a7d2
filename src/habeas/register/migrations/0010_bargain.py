"""The bargains, as Django writes them from the model; the planner of PostgreSQL keeps no samples of their names.

The projections are of another version with it: `habeas rebuild` fills the table.
"""

from typing import Any

from django.db import migrations, models


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    """Set the target to 0."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE "bargain" ALTER COLUMN "name" SET STATISTICS 0')


class Migration(migrations.Migration):
    """One table, and no samples of names."""

    dependencies = (("register", "0009_no_statistics"),)
    operations = (
        migrations.CreateModel(
            name="Bargain",
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
                "db_table": "bargain",
                "indexes": [
                    models.Index(fields=["id"], name="bargain_id"),
                    models.Index(fields=["entry"], name="bargain_entry"),
                ],
            },
        ),
        migrations.RunPython(keep_no_samples),
    )
