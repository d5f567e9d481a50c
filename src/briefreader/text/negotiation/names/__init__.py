"""Who is named: parties on the codebook's list, and people and bodies known by their form alone."""
