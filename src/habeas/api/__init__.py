"""The data behind the pages as JSON, in the shapes that the command line prints; public, and read only."""
