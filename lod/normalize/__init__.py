"""Pure functions from text to a value or None: dates, names, languages, archival references."""
