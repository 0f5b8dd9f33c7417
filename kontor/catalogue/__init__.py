"""Products, categories, prices and why, availability, search."""
