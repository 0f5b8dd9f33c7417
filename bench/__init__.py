"""Measures the portal with data of size, against its own bare page and against a shop made with django-oscar; `make bench`."""
