"""The words of names are read from the names themselves; those of agents, which no table had, stand in one."""

import json
from typing import Any

from django.db import migrations, models


def keep_names(apps: Any, schema_editor: Any) -> None:
    """Enter what agents are called by the entries that are here."""
    tables, alias = apps.get_app_config("register").models, schema_editor.connection.alias
    entries = tables["agent"].objects.using(alias).values("entry")
    rows = tables["payload"].objects.using(alias).filter(seq__in=entries, body__isnull=False)
    said = [(seq, json.loads(body)) for seq, body in rows.order_by("seq").values_list("seq", "body")]
    told = [(seq, one["name"]) for seq, body in said for one in (body, *body.get("names", ()))]
    name = tables["agentname"]
    name.objects.using(alias).bulk_create([name(entry=seq, name=called) for seq, called in told])


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
        migrations.RunPython(keep_names),
        migrations.RunPython(keep_no_samples),
    )
