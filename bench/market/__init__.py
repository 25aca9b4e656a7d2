"""The market, measured: one scenario, a thousand draws beside a CVXPY formulation, and how time grows with the
market.
"""
