"""Publishes editions: cuts records into shards, has them signed and puts them out as files."""
