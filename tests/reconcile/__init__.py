"""Tests of the room that decides who a name means."""
