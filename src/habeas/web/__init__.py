"""The pages: server-rendered, whole without script, and nothing on them that is not public."""
