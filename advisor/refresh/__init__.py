"""From a package index to dated claims: what it says of every framework's package."""
