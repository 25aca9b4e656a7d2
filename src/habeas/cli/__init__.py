"""The command line: one file a command, tables for people, `--json` with the documented shape for programs."""
