"""What stands above the lists of the staff interface."""
