"""What stands around an article and is no part of it, as reviewed phrases (``data/``), and what ends it."""
