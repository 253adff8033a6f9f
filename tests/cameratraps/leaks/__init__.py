"""The known ways in which positions leak, each a test. The numbers are those of the list of vectors:

1–7 are in `test_files`, 8, 10, 14, 17, 19–22 in `test_public` and `test_staff` (one walk each), 9, 11, 12, 15, 21 in
`test_alike`, 13 and 16 in `test_decisions`, 18 in `test_numbers`. A check here was seen to fail with its guard taken out; where that is
cheap it is a test too, so that a search which finds nothing because it looks nowhere cannot pass.
"""
