"""Titles: who wrote to whom and who spoke with whom, by their wording; titles to supply."""
