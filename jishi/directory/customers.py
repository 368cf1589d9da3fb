"""A customer we did not know."""

import secrets

from .models import Contact, Customer


def welcome(name: str, phone: str = "", kind: str = "person") -> tuple[Customer, Contact]:
    """The customer called `name`, new or known by that exact name and telephone; and whom to call."""
    contact = Contact.objects.filter(customer__name=name, phone=phone).select_related("customer").first()
    if contact:
        return contact.customer, contact
    customer = Customer.objects.create(number=f"C-{secrets.token_hex(5)}", name=name, kind=kind)
    return customer, Contact.objects.create(customer=customer, name=name, phone=phone)
