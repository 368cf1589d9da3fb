"""What each role may do and how far it sees."""
