"""The WSGI application: readers are served by threads, each with a connection and a read transaction of its own.

Beside them each process works out, as soon as it begins, what its first readers would wait for.
"""

from threading import Thread

from django.core.wsgi import get_wsgi_application
from django.db import connections


def _work_out() -> None:
    from habeas.answers import beforehand  # what they need is there once Django is
    from habeas.web import templating

    try:
        templating.compile_all()
        beforehand.work_out()
    finally:
        connections.close_all()


application = get_wsgi_application()
Thread(target=_work_out, name="beforehand", daemon=True).start()
