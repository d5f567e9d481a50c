"""Where articles come from: the web, feeds, files and subscription lists. Bytes in, raw articles out."""
