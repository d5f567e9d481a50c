"""The other formats: mail, saved pages, Markdown, PDF."""
