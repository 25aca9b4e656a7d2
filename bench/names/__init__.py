"""Names: comparing, searching and finding them in text, beside peers in one run."""
