"""The demonstration company's people, customers and machines as rows of the directory."""

from datetime import date

from django.contrib.auth.hashers import make_password

from jishi.directory import models as rows
from jishi.directory.defaults import establish_roles
from jishi.intake.register import Register

from .lexicon import words
from .organisation import Company, Person
from .telephones import connect

FOUNDED = date(2015, 1, 1)
PASSWORD = "jishi-demo"  # of the one log-in a role; the company is made up


def move_in(company: Company) -> Register:
    """Make the rows; the register knows them by the names the history uses."""
    register = Register("demo")
    _organisation(company)
    _staff(company)
    _types(company)
    _customers(company, register)
    _machines(company, register)
    return register


def log_ins(company: Company) -> dict[str, Person]:
    """The first person of every role."""
    first: dict[str, Person] = {}
    for person in company.people:
        first.setdefault(person.role, person)
    return first


def _organisation(company: Company) -> None:
    rows.Department.objects.bulk_create(rows.Department(name=each.name) for each in company.departments)
    departments = ids(rows.Department)
    rows.Team.objects.bulk_create(
        rows.Team(name=each.name, department_id=departments[each.department], line=each.line) for each in company.teams
    )
    rows.Supplier.objects.bulk_create(rows.Supplier(name=each.name) for each in company.suppliers)
    suppliers = ids(rows.Supplier)
    rows.ServicePoint.objects.bulk_create(
        rows.ServicePoint(
            name=each.name, province=each.province, city=each.city, supplier_id=suppliers.get(each.supplier)
        )
        for each in company.points
    )
    rows.Product.objects.bulk_create(
        rows.Product(name=each.name, model=each.model, kind=each.kind) for each in company.products
    )


def _staff(company: Company) -> None:
    """Everybody; one of each role can log in."""
    roles = {code: role.pk for code, role in establish_roles().items()}
    departments, teams = ids(rows.Department), ids(rows.Team)
    points, suppliers = ids(rows.ServicePoint), ids(rows.Supplier)
    word, opened = make_password(PASSWORD), {person.number for person in log_ins(company).values()}
    rows.Person.objects.bulk_create(
        rows.Person(
            number=each.number,
            name=each.name,
            mail=each.mail,
            role_id=roles[each.role],
            department_id=departments.get(each.department),
            team_id=teams.get(each.team),
            point_id=points.get(each.point),
            supplier_id=suppliers.get(each.supplier),
            password=word if each.number in opened else make_password(None),
        )
        for each in company.people
    )


def _types(company: Company) -> None:
    """Categories, and the fault code as a field of the repairs' own."""
    categories = sorted({fault.category for fault in company.faults})
    rows.Category.objects.bulk_create(rows.Category(name=name) for name in categories)
    tops = ids(rows.Category)
    pairs = sorted({(tops[fault.category], fault.name) for fault in company.faults})
    rows.Category.objects.bulk_create(rows.Category(parent_id=top, name=name) for top, name in pairs)
    repairs = [fault.code for fault in company.faults if fault.service_type == "repair"]
    own = words("organisation").get("own_field", {"name": "故障代码", "name_en": "Fault code"})
    rows.FieldDef.objects.create(
        service_type=rows.ServiceType.objects.get(code="repair"), code="fault_code", kind="list", choices=repairs, **own
    )


def _customers(company: Company, register: Register) -> None:
    rows.Customer.objects.bulk_create(
        rows.Customer(number=each.number, name=each.name, kind="company", vip=each.vip) for each in company.customers
    )
    numbers = dict(rows.Customer.objects.values_list("number", "pk"))
    register.know("customer", {each.name: numbers[each.number] for each in company.customers})
    contacts = [
        rows.Contact(customer_id=numbers[each.number], name=who.name, phone=who.phone, mail=who.mail)
        for each in company.customers
        for who in each.contacts
    ]
    register.know("contact", {(c.customer_id, c.name): c.pk for c in rows.Contact.objects.bulk_create(contacts)})
    connect(company, rows.Contact.objects.select_related("customer").order_by("pk"))
    rows.Contract.objects.bulk_create(
        rows.Contract(
            number=each.contract,
            customer_id=numbers[each.number],
            level="gold" if each.vip else "",
            since=FOUNDED,
        )
        for each in company.customers
        if each.contract
    )


def _machines(company: Company, register: Register) -> None:
    numbers, points = dict(rows.Customer.objects.values_list("number", "pk")), ids(rows.ServicePoint)
    products, sites = ids(rows.Product), {}
    for customer in company.customers:
        for site in customer.sites:
            sites[numbers[customer.number], str(site)] = rows.Site(
                customer_id=numbers[customer.number],
                province=site.province,
                city=site.city,
                district=site.district,
                address=site.address,
                point_id=points[site.point.name],
            )
    rows.Site.objects.bulk_create(sites.values())
    register.know("site", {key: site.pk for key, site in sites.items()})
    rows.Device.objects.bulk_create(
        rows.Device(
            serial=each.serial,
            product_id=products[each.product.name],
            customer_id=numbers[customer.number],
            site=sites[numbers[customer.number], str(each.site)],
            sold_on=each.sold_on,
            warranty_until=each.warranty_until,
        )
        for customer in company.customers
        for each in customer.devices
    )


def ids(model: type) -> dict[str, int]:
    return dict(model.objects.values_list("name", "pk"))
