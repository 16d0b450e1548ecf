"""Tests of the room that makes a release out of triples."""
