-- For counting what each source brings, and finding what it alone brings, without reading the keys of its entries.
CREATE INDEX entries_of_source ON entries (source_id, article_id);
