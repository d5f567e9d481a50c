"""What is said about an article: title, people, dates, site, address."""
