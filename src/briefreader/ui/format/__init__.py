"""What the screen says, as plain lines of text with roles: pure, and tested without Textual."""
