"""The vocabularies, shapes, rules and queries that ship with the program."""
