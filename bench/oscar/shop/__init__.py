"""A shop made with django-oscar, which `make bench` measures beside the portal."""
