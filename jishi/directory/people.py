from .models import Person, Role


def hire(number: str, name: str, role: str, password: str | None = None, **place: object) -> Person:
    """A person who can log in with `number` and `password`; without one, cannot log in."""
    person = Person(number=number, name=name, role=Role.objects.get(code=role), **place)
    person.set_password(password)
    person.save()
    return person
