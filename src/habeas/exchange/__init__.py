"""In and out: files that people keep, read whole and checked before the first line of them is recorded."""
