"""Tests of how work is spread."""
