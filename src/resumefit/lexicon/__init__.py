"""Reads and checks the lexicon. YAML and pydantic stay in here; the rest of resumefit sees `core.lexicon` values."""
