"""The product families of the demonstration and their categories, by product area."""
