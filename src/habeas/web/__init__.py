"""The pages: server-rendered, without script, and nothing on them that is not public."""
