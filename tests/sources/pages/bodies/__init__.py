"""Tests of the bodies of pages."""
