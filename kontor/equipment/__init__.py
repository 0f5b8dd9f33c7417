"""Machines, who holds them, meters and readings."""
