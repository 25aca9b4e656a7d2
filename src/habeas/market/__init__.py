"""The market of a commodity: what closing a route, banning an import or listing a seller does to it.

A market is regions, the routes between them and the gates that routes share (`model`), made from the flows of a base
year (`calibrate`). An equilibrium is found by `equilibrium` and shown to be one by its `certificate`, or refused. What
it is worth to whom are the `accounts`. Nothing here knows a price that it was not given.
"""
