"""Measured side by side with peers, in one run, equal results asserted before a time is printed."""
