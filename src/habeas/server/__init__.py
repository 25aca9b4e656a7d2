"""Settings, addresses and the WSGI application; nothing else."""
