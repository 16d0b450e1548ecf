"""Tests of the persons of pages."""
