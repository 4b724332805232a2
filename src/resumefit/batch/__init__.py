"""A recruiter's batch: thousands of files through worker processes into one SQLite file, ranked and exported from there."""
