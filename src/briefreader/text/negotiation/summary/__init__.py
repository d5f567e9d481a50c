"""A status in one to three sentences for a person: what may be told, and its wording."""
