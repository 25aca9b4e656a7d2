"""Tables of `names`: letters to sounds of each script, learned log-odds, weights. Data that other modules read."""
