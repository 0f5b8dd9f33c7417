"""Measures the portal with data of size, against its own bare page; `make bench`."""
