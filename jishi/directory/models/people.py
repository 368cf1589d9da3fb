from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import PROTECT
from django.utils.crypto import salted_hmac

from ..reach import ALL, OWN, REACHES, SUPPLIER


class Role(models.Model):
    """Rights by code, and how far they reach. Shipped roles carry their code as name; words.py knows them."""

    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=64, blank=True)
    reach = models.CharField(max_length=16, default=OWN)
    rights = models.JSONField(default=list)
    needs_factor = models.BooleanField(default=False)  # whether its people must have a second factor
    capacity = models.PositiveSmallIntegerField(default=10)  # open tickets at once, unless the person has an own number

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(reach__in=REACHES), name="role_reach_is_known")]

    def __str__(self) -> str:
        return self.name or self.code


class Department(models.Model):
    name = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A group that works on tickets. `line` 1 takes requests; 2 and 3 take what was handed over."""

    name = models.CharField(max_length=120, unique=True)
    department = models.ForeignKey(Department, PROTECT, null=True, blank=True, related_name="teams")
    line = models.PositiveSmallIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


class Supplier(models.Model):
    """A third-party repair shop or carrier."""

    name = models.CharField(max_length=120, unique=True)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


class ServicePoint(models.Model):
    """A place engineers start from. Its city decides what is same-city (D2)."""

    name = models.CharField(max_length=120, unique=True)
    province = models.CharField(max_length=40, blank=True)
    city = models.CharField(max_length=40, blank=True)
    supplier = models.ForeignKey(Supplier, PROTECT, null=True, blank=True, related_name="points")

    def __str__(self) -> str:
        return self.name


class Person(AbstractBaseUser):
    """One of the staff, or of a supplier's. Logs in with the staff number; customers see only that (D8)."""

    number = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    mail = models.EmailField(blank=True)
    role = models.ForeignKey(Role, PROTECT, related_name="people")
    department = models.ForeignKey(Department, PROTECT, null=True, blank=True, related_name="people")
    team = models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="people")
    point = models.ForeignKey(ServicePoint, PROTECT, null=True, blank=True, related_name="people")
    supplier = models.ForeignKey(Supplier, PROTECT, null=True, blank=True, related_name="people")
    language = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)
    stamp = models.PositiveIntegerField(default=0)  # counted up to end all sessions
    capacity = models.PositiveSmallIntegerField(null=True, blank=True)  # open tickets at once; the role's, if None
    presence = models.CharField(max_length=10, blank=True)  # the last word: available, busy, away, off
    presence_at = models.DateTimeField(null=True, blank=True)
    factor = models.CharField(max_length=255, blank=True)  # the sealed secret of the second factor
    factor_step = models.BigIntegerField(default=0)  # the last half-minute whose code was taken

    objects = BaseUserManager()

    USERNAME_FIELD = "number"
    EMAIL_FIELD = "mail"

    def __str__(self) -> str:
        return self.name

    def may(self, right: str) -> bool:
        """Whether the role grants `right`, a code of rights.py."""
        return self.is_active and (right in self.role.rights or "*" in self.role.rights)

    @property
    def is_outside(self) -> bool:
        """One of a supplier's: knows our staff by number only (D8)."""
        return self.supplier_id is not None or self.role.reach == SUPPLIER

    def get_session_auth_hash(self, secret: str | None = None) -> str:
        """Sessions end when the password, the role or the second factor changes, or the account was closed."""
        told = f"{self.password}|{self.role_id}|{self.factor}|{self.stamp}"
        return salted_hmac("jishi.session", told, secret=secret, algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same by each older key that is still honoured."""
        return (self.get_session_auth_hash(key) for key in settings.SECRET_KEY_FALLBACKS)

    @property
    def sees_all(self) -> bool:
        return self.role.reach == ALL
