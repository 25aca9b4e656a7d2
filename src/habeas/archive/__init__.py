"""Bytes and texts on disk, by SHA-256. No tables: what is said about a document is the register's business."""
