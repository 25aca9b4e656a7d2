"""One question, one answer: reads the register, asks the pure rooms, returns the figure with its evidence.

The three doors (web, api, cli) ask here and nowhere else, so that they cannot give different answers.
"""
