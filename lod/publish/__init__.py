"""Triples -> release: blocks, dumps, description, links, changes, index, the atomic switch."""
