"""Before a trail is closed its walks stand still: whoever books them is done, or waits until the closure is written.

Bookings lie above the trails and know which locks that takes.
"""

from django.dispatch import Signal

closing = Signal()  # with `closures`, inside the transaction that is about to write them
