"""Bodies: acronyms and names, and how far a name reaches."""
