"""As in 0003, for the columns that came in 0006: the planner of PostgreSQL keeps no samples of names."""

from typing import Any

from django.db import migrations

NAMING = (("act", "name"), ("recognition", "name"), ("rule", "name"), ("lens", "name"))


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    """Set the target to 0; naming the type again drops the samples that are there."""
    if schema_editor.connection.vendor == "postgresql":
        for table, column in NAMING:
            schema_editor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE text')
            schema_editor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET STATISTICS 0')


class Migration(migrations.Migration):
    """No samples of names."""

    dependencies = (("register", "0006_tables"),)
    operations = (migrations.RunPython(keep_no_samples),)
