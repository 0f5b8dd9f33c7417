"""Placed orders and what happened to them."""
