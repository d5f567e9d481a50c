"""What a sentence says: its words, the events in them, the grammar around them, what it announces and when."""
