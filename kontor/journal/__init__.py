"""Who did what: append-only entries that feed audit trails and timelines."""
