"""Two lists side by side, measured: lists written to be hard, real ones, and long ones."""
