"""What the screens are put together from: the story list, panes of lines, header and footer."""
