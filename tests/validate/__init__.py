"""Tests of lod.validate."""
