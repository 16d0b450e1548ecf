"""Tests of the text of pages."""
