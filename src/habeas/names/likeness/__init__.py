"""How far two names are alike, word by word, and what that comes to."""
