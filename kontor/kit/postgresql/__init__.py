"""Django's PostgreSQL backend that sets the scope at the beginning of every transaction."""
