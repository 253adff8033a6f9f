from tests.base.conftest import staff_client  # noqa: F401  (a fixture)
