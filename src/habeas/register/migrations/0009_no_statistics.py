"""As in 0003, for the column that came in 0008: the planner of PostgreSQL keeps no samples of places."""

from typing import Any

from django.db import migrations


def keep_no_samples(apps: Any, schema_editor: Any) -> None:
    """Set the target to 0; the column is new, so there are no samples to drop."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE "act" ALTER COLUMN "place" SET STATISTICS 0')


class Migration(migrations.Migration):
    """No samples of places."""

    dependencies = (("register", "0008_tables"),)
    operations = (migrations.RunPython(keep_no_samples),)
