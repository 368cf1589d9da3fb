from django.db import models
from django.db.models import CASCADE, PROTECT

from .people import ServicePoint


class Customer(models.Model):
    """A household or a company. The row is kept when the person is erased; its names are not."""

    number = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=16, default="person")  # person, company
    vip = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["name"])]

    def __str__(self) -> str:
        return self.name


class Contact(models.Model):
    """Somebody to call, with a number or an address each."""

    customer = models.ForeignKey(Customer, CASCADE, related_name="contacts")
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=32, blank=True, db_index=True)
    extension = models.CharField(max_length=12, blank=True)
    mail = models.EmailField(blank=True, db_index=True)

    def __str__(self) -> str:
        return self.name


class Telephone(models.Model):
    """A number somebody answers at. It is found by its tokens (pseudonyms.py), so no list of numbers is searched.

    `local`: of a landline, the token of what is dialled within the town.
    """

    contact = models.ForeignKey(Contact, CASCADE, related_name="telephones")
    said = models.CharField(max_length=40)  # as it is dialled
    extension = models.CharField(max_length=12, blank=True)
    token = models.CharField(max_length=32, db_index=True)
    local = models.CharField(max_length=32, blank=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact", "token", "extension"], name="one_number_once_a_contact")
        ]

    def __str__(self) -> str:
        return self.said


class Site(models.Model):
    """Where the thing stands."""

    customer = models.ForeignKey(Customer, CASCADE, related_name="sites")
    province = models.CharField(max_length=40, blank=True)
    city = models.CharField(max_length=40, blank=True)
    district = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=200, blank=True)
    point = models.ForeignKey(ServicePoint, PROTECT, null=True, blank=True, related_name="sites")

    def __str__(self) -> str:
        return f"{self.province}{self.city}{self.district}{self.address}"

    @property
    def zone(self) -> str:
        """same_city when the serving point lies in the same prefecture-level city (D2), else other_city."""
        return "same_city" if self.point and self.point.city == self.city else "other_city"


class Product(models.Model):
    name = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=80, blank=True)

    def __str__(self) -> str:
        return self.name


class Device(models.Model):
    """One delivered piece, known by its serial number."""

    serial = models.CharField(max_length=80, unique=True)
    product = models.ForeignKey(Product, PROTECT, null=True, blank=True, related_name="devices")
    customer = models.ForeignKey(Customer, PROTECT, null=True, blank=True, related_name="devices")
    site = models.ForeignKey(Site, models.SET_NULL, null=True, blank=True, related_name="devices")
    sold_on = models.DateField(null=True, blank=True)
    warranty_until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.serial


class Contract(models.Model):
    """`level` is what a policy may ask for (gold, silver …)."""

    number = models.CharField(max_length=64)
    customer = models.ForeignKey(Customer, PROTECT, related_name="contracts")
    level = models.CharField(max_length=32, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["customer", "number"], name="one_contract_a_number")]

    def __str__(self) -> str:
        return self.number
