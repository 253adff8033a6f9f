"""When a person leaves: the account is closed, not deleted, and what they had in hand goes to a colleague."""
