"""Records for people and for programs: tables, rows, files, the schema."""
