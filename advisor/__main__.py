"""`python -m advisor` does what `advisor` does."""

from advisor.cli.main import main

if __name__ == "__main__":
    main()
