"""`python -m resumefit`."""

from resumefit.cli.app import main

if __name__ == "__main__":
    main()
