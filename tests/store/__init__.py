"""Tests of lod.store."""
