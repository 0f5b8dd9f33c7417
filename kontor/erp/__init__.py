"""The door to the operator's other systems: bulk loads."""
