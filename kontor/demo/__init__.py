"""The demonstration company's data, and a mail box to look into."""
