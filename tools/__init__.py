"""Tools for building, checking and running Kontor. Nothing here is imported by the portal itself."""
