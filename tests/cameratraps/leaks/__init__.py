"""The known ways in which positions leak, each a test with the number of its vector.

Files are 1–7 (`test_files`); one walk of all public answers sees 1, 2, 7, 8, 10, 14, 17, 19, 20 and 22 (`test_public`),
one of the staff's own addresses the same for the other side (`test_staff`); 9, 11, 12, 15 and 21 compare answers
(`test_alike`); 13 and 16 are about decisions (`test_decisions`), 18 about numbers (`test_numbers`), 19 about words
(`test_words`).

Each check was seen to fail with its guard taken out. Where that is cheap it is a test as well, so that a search which
finds nothing because it looks nowhere cannot pass.
"""
