"""Registrations of people from outside."""
