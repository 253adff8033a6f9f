"""Invitations to staff: an administrator names a person, the person chooses the password."""
