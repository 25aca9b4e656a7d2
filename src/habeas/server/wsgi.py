"""The WSGI application: readers are served by threads, each with a connection and a read transaction of its own."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
