"""Links that lead nowhere: found in what is stored, kept in a table, shown to those who can mend them."""
