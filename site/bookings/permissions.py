"""The rights to bookings that no model's own four cover."""

CHECK_IN = "bookings.check_in_party"
