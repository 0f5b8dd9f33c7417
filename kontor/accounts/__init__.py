"""The person's credentials: sign-in, sessions, password."""
