"""Tests of the layout of pages."""
