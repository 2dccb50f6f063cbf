"""The web application that granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from jembatan.platform.processes import go_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jembatan.config.settings")
application = get_wsgi_application()
gc.freeze()  # what was loaded stays: a full collection would search all of it, for 100 ms, during someone's request
go_with_parent(lambda: os._exit(1))
