-- Full text of the references: a stable whole number per reference, and an index that holds terms only, not the texts.
CREATE TABLE product_documents (
  id INTEGER PRIMARY KEY,
  product_id TEXT NOT NULL UNIQUE REFERENCES products(id)
);
--> statement-breakpoint
CREATE VIRTUAL TABLE product_terms USING fts5(terms, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3');
