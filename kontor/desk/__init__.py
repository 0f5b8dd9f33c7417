"""Staff screens: queues and look-ups."""
