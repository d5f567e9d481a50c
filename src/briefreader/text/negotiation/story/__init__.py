"""A story's negotiation, from its articles' statuses: where it stands, how it came there, what is new."""
