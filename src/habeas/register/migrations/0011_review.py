"""What reviews say of claims, as Django writes it from the model.

The projections are of another version with it: `habeas rebuild` fills the table.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    dependencies = (("register", "0010_bargain"),)
    operations = (
        migrations.CreateModel(
            name="Review",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField()),
                ("from_seq", models.BigIntegerField()),
                ("to_seq", models.BigIntegerField(null=True)),
                ("id", models.TextField()),
                ("claim", models.TextField()),
                ("verdict", models.TextField()),
            ],
            options={
                "db_table": "review",
                "indexes": [
                    models.Index(fields=["id"], name="review_id"),
                    models.Index(fields=["entry"], name="review_entry"),
                    models.Index(fields=["claim"], name="review_claim"),
                ],
            },
        ),
    )
