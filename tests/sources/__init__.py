"""Tests of the room that reads sources."""
