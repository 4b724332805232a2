"""The command line: each command parses, calls one library function, renders. Heavy imports happen inside commands."""
