"""The overview and public pages."""
