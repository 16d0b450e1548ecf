"""Tests of the citations of pages."""
