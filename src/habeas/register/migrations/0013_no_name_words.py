"""The words of names are read from the names themselves; those of agents, which no table had, stand in one.

The projections are of another version with it: `habeas rebuild` fills the table.
"""

from typing import Any

from django.db import migrations, models


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    """Set the target to 0."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE "agent_name" ALTER COLUMN "name" SET STATISTICS 0')


class Migration(migrations.Migration):
    """A table that nothing asks any more, and a small one."""

    dependencies = (("register", "0012_names"),)
    operations = (
        migrations.DeleteModel("NameWord"),
        migrations.CreateModel(
            name="AgentName",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField()),
                ("name", models.TextField()),
            ],
            options={
                "db_table": "agent_name",
                "indexes": [models.Index(fields=["entry"], name="agent_name_entry")],
            },
        ),
        migrations.RunPython(keep_no_samples),
    )
