"""What is said of the register of customers and what they have."""

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import named
from .sheets import heading

register = template.Library()

CELLS = {
    "number": pgettext_lazy("column", "Customer number"),
    "customer": pgettext_lazy("column", "Customer"),
    "kind": pgettext_lazy("column", "Kind of customer"),
    "vip": pgettext_lazy("column", "VIP"),
    "contact": pgettext_lazy("column", "Contact person"),
    "phone": pgettext_lazy("column", "Telephone"),
    "serial": pgettext_lazy("column", "Serial number"),
    "product": pgettext_lazy("column", "Product"),
    "sold_on": pgettext_lazy("column", "Sold on"),
    "warranty_until": pgettext_lazy("column", "Warranty until"),
    "province": pgettext_lazy("column", "Province"),
    "city": pgettext_lazy("column", "City"),
    "district": pgettext_lazy("column", "District"),
    "address": pgettext_lazy("column", "Street"),
    "contract": pgettext_lazy("column", "Contract number"),
    "level": pgettext_lazy("column", "Contract level"),
    "since": pgettext_lazy("column", "Contract from"),
    "until": pgettext_lazy("column", "Contract until"),
}

# why a cell cannot be taken
FAULTS = {
    "missing": _("This has to be said"),
    "too-long": _("Too long"),
    "bad-day": _("This is no day"),
    "bad-phone": _("This is no telephone number"),
    "bad-mail": _("This is no mail address"),
    "unknown-kind": _("Person or company"),
    "neither-yes-nor-no": _("Yes or no"),
    "unknown-point": _("No service point is called so"),
    "several-called": _("Several are called so: say the customer number"),
    "who-is-it": _("Somebody is called so already: say a telephone, or the customer number"),
    "known-as": _("A company of this name has another number here"),
    "device-elsewhere": _("This device stands with another customer"),
    "ends-before": _("It ends before it begins"),
    "erased": _("This customer’s data was erased"),
}
register_fault = register.filter("register_fault", named(FAULTS))

KINDS = {
    "person": pgettext_lazy("customer", "Person"),
    "company": pgettext_lazy("customer", "Company"),
}
customer_kind = register.filter("customer_kind", named(KINDS))

PARTS = {
    "customer": pgettext_lazy("register", "Customer"),
    "contact": pgettext_lazy("register", "Contact or number"),
    "device": pgettext_lazy("register", "Device and warranty"),
    "contract": pgettext_lazy("register", "Contract"),
}
register_part = register.filter("register_part", named(PARTS))

STANDINGS = {
    "all": pgettext_lazy("customers", "All"),
    "company": pgettext_lazy("customers", "Companies"),
    "person": pgettext_lazy("customers", "People"),
    "vip": pgettext_lazy("customers", "VIP"),
    "contract": pgettext_lazy("customers", "With a contract"),
}
customer_standing = register.filter("customer_standing", named(STANDINGS))

DOES = {
    "customer-new": pgettext_lazy("row", "new customer"),
    "customer-changed": pgettext_lazy("row", "customer changed"),
    "contact-new": pgettext_lazy("row", "new contact"),
    "contact-changed": pgettext_lazy("row", "contact changed"),
    "phone-new": pgettext_lazy("row", "new number"),
    "product-new": pgettext_lazy("row", "new product"),
    "device-new": pgettext_lazy("row", "new device"),
    "device-changed": pgettext_lazy("row", "device changed"),
    "contract-new": pgettext_lazy("row", "new contract"),
    "contract-changed": pgettext_lazy("row", "contract changed"),
}
row_does = register.filter("row_does", named(DOES))

SAYS_NO = {
    "register-fault": (
        _("%(cell)s: %(why)s"),
        _("Nothing was changed. Mend it and try again."),
    ),
    "register-raced": (
        _("Somebody was writing the same into the register"),
        _("Nothing was changed. Try again to see what is new now."),
    ),
    "not-that-number": (
        _("This is not the customer number %(number)s"),
        _("Nothing was erased. What is erased never comes back, so its number is typed once more."),
    ),
    "register-same": (
        _("All of this sheet is known already"),
        _("Add or change rows, then bring it once more."),
    ),
    "no-customer-column": (
        _("This sheet has no column for the customer"),
        _("Head one column as the template does: customer number or customer."),
    ),
}


@register.filter
def register_cell(name: str) -> str:
    """A column of the register, as the exported list heads it."""
    return str(CELLS[name]) if name in CELLS else str(heading(name))
