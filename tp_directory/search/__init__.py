"""Words to ranked services: Whoosh's query language and spelling over Tantivy's index."""
