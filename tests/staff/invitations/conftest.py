from tests.staff.signin.conftest import make_person, person, required

__all__ = ["make_person", "person", "required"]
