"""Service cases and their conversations."""
