"""HTML, a page or a feed item's own fragment: from its tree to the article's blocks."""
