"""What a person is told: inbox and e-mail."""
