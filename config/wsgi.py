"""Where the web server finds the portal: `granian --interface wsgi config.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
# What was loaded until now stays as long as the process: collections need not look through it at every page.
gc.freeze()
