"""From an article's events to its stage, its direction and how sure both are."""
