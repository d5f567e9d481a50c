"""Plain text, mostly a web page that somebody saved or pasted: which of its lines are the article."""
