"""Charts: from figures to SVG, drawn by the server. Numbers, days and words go in, a string of SVG comes out.

Every word in a chart is the caller's; nothing here knows what was counted. No script, no inline style: classes alone,
so that the strictest content policy, a dark page, a printed one and forced colours all have their say (charts.css).
"""
