"""Whether a release may be published: shapes, rules, expectations, and proof that they work."""
