"""What goes wrong around the database server, in words for whoever runs it."""


class DatabaseProblem(Exception):
    """The database server cannot be found, made or started; the message says why and what to do."""
