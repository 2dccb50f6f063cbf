"""The web application that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

from jembatan.platform.processes import go_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jembatan.config.settings")
application = get_wsgi_application()
go_with_parent(lambda: os._exit(1))
