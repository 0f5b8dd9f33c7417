"""Cart, quick order and checkout."""
