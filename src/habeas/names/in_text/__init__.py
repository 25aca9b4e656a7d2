"""Where in a text a known name stands."""
