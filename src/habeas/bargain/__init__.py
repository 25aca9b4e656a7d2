"""Bargains: what was undertaken, and what the register shows of it; how many came in while others were freed."""
