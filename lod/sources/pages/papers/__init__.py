"""Papers: what the form of letters, telegrams, memoranda and records tells."""
