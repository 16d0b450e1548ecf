"""A page, whatever it is written in, as lines, and labels that its marks pair with values."""
