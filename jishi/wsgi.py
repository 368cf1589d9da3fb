"""The web process's door for a WSGI server, where pages and streams are served apart."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jishi.settings")
application = get_wsgi_application()

from jishi.management.starting import demand, stay_loaded  # noqa: E402

demand()
stay_loaded()
