"""The web process's door for uvicorn."""

import os
import warnings

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jishi.settings")
# whitenoise hands out our own files, small and few, by a plain iterator; what streams for long must be async
warnings.filterwarnings("ignore", "StreamingHttpResponse must consume synchronous iterators")
application = get_asgi_application()

from jishi.management.starting import demand, stay_loaded  # noqa: E402

demand()
stay_loaded()
