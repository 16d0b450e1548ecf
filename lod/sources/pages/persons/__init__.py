"""Persons: names in labels, lists and running text, and who is who."""
