"""Publish the metadata of archives, museums and libraries as linked open data."""
