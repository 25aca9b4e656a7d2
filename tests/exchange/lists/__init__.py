"""Other people's lists: read by a mapping, with everything that can be wrong in one."""
