"""Tests of the papers of pages."""
