"""Names in running text: persons, bodies and places told from one another."""
