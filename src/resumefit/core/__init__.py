"""The values that travel through the pipeline. Standard library only; imports nothing of resumefit but itself."""
