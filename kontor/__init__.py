"""Kontor, the customer portal for manufacturers and distributors."""
