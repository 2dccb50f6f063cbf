"""The web application that granian serves."""

import os
import threading

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from jembatan.config.proxies import behind
from jembatan.config.warm import warm_up
from jembatan.platform.processes import go_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jembatan.config.settings")
application = behind(get_wsgi_application(), settings.TRUSTED_PROXIES)
threading.Thread(target=warm_up, daemon=True).start()
go_with_parent(lambda: os._exit(1))
