"""The guards of the log: entries are added at its end, never changed; a payload goes only by an erase entry."""

from typing import Any

from django.db import migrations

APPEND_ONLY = "the log is append-only: entries are never changed or removed"
NOT_NEXT = "an entry follows the last one, without a gap, and names its hash"
NOT_ERASED = "a payload is never changed; it goes only where an erase entry names it"

SQLITE = [
    f"""CREATE TRIGGER entry_next BEFORE INSERT ON entry
        WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry)
          OR NEW.previous <> coalesce((SELECT hash FROM entry WHERE seq = NEW.seq - 1), '{"0" * 64}')
        BEGIN SELECT RAISE(ABORT, '{NOT_NEXT}'); END""",
    f"CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END",
    f"CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END",
    f"""CREATE TRIGGER payload_update BEFORE UPDATE ON payload
        WHEN NEW.seq <> OLD.seq OR NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM erased WHERE seq = OLD.seq)
        BEGIN SELECT RAISE(ABORT, '{NOT_ERASED}'); END""",
    f"CREATE TRIGGER payload_delete BEFORE DELETE ON payload BEGIN SELECT RAISE(ABORT, '{NOT_ERASED}'); END",
    f"""CREATE TRIGGER erased_insert BEFORE INSERT ON erased
        WHEN NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.by_seq AND kind = 'erase')
        BEGIN SELECT RAISE(ABORT, '{NOT_ERASED}'); END""",
    f"CREATE TRIGGER erased_update BEFORE UPDATE ON erased BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END",
    f"CREATE TRIGGER erased_delete BEFORE DELETE ON erased BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END",
]

POSTGRESQL = [
    f"""CREATE FUNCTION habeas_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{APPEND_ONLY}'; END $$""",
    f"""CREATE FUNCTION habeas_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry)
          OR NEW.previous <> coalesce((SELECT hash FROM entry WHERE seq = NEW.seq - 1), '{"0" * 64}')
        THEN RAISE EXCEPTION '{NOT_NEXT}'; END IF; RETURN NEW; END $$""",
    f"""CREATE FUNCTION habeas_payload() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.seq <> OLD.seq OR NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
          OR NOT EXISTS (SELECT 1 FROM erased WHERE seq = OLD.seq)
        THEN RAISE EXCEPTION '{NOT_ERASED}'; END IF; RETURN NEW; END $$""",
    f"""CREATE FUNCTION habeas_erased() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.by_seq AND kind = 'erase')
        THEN RAISE EXCEPTION '{NOT_ERASED}'; END IF; RETURN NEW; END $$""",
    "CREATE TRIGGER entry_next BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION habeas_next()",
    "CREATE TRIGGER entry_change BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION habeas_refuse()",
    "CREATE TRIGGER entry_cut BEFORE TRUNCATE ON entry EXECUTE FUNCTION habeas_refuse()",
    "CREATE TRIGGER payload_update BEFORE UPDATE ON payload FOR EACH ROW EXECUTE FUNCTION habeas_payload()",
    "CREATE TRIGGER payload_delete BEFORE DELETE ON payload FOR EACH ROW EXECUTE FUNCTION habeas_refuse()",
    "CREATE TRIGGER payload_cut BEFORE TRUNCATE ON payload EXECUTE FUNCTION habeas_refuse()",
    "CREATE TRIGGER erased_insert BEFORE INSERT ON erased FOR EACH ROW EXECUTE FUNCTION habeas_erased()",
    "CREATE TRIGGER erased_change BEFORE UPDATE OR DELETE ON erased FOR EACH ROW EXECUTE FUNCTION habeas_refuse()",
    "CREATE TRIGGER erased_cut BEFORE TRUNCATE ON erased EXECUTE FUNCTION habeas_refuse()",
]


def raise_guards(apps: Any, schema_editor: Any) -> None:
    """Create the triggers of the database at hand."""
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on the log's three tables."""

    dependencies = (("register", "0001_tables"),)
    operations = (migrations.RunPython(raise_guards),)
