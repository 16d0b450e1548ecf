"""Words by which rules tell what they read, and running text as words."""
