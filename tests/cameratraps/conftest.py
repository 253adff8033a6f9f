from tests.base.conftest import staff_client

__all__ = ["staff_client"]
