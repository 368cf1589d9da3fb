import pytest

from jishi.demonstration.company import company
from jishi.demonstration.lexicon import faults, words


def test_the_same_seed_gives_the_same_company(now, small):
    assert company(seed=7, now=now, tickets=400, clients=60) == small


def test_another_seed_gives_other_customers(now, small):
    other = company(seed=8, now=now, tickets=400, clients=60)
    assert {customer.name for customer in other.customers} != {customer.name for customer in small.customers}


def test_a_year_needs_an_aware_end(now):
    with pytest.raises(ValueError):
        company(now=now.replace(tzinfo=None))


def test_there_are_some_900_customers_each_once(qiheng):
    names = [customer.name for customer in qiheng.customers]
    assert len(names) == len(set(names)) == 900


def test_serial_numbers_are_given_once(qiheng):
    serials = [device.serial for customer in qiheng.customers for device in customer.devices]
    assert len(serials) == len(set(serials))


def test_staff_numbers_and_names_are_given_once(qiheng):
    assert len({person.number for person in qiheng.people}) == len(qiheng.people)
    assert len({person.name for person in qiheng.people}) == len(qiheng.people)


def test_every_place_of_work_exists(qiheng):
    departments = {department.name for department in qiheng.departments}
    teams = {team.name for team in qiheng.teams}
    points = {point.name for point in qiheng.points}
    for person in qiheng.people:
        assert person.department in departments
        assert person.team in teams | {""}
        assert person.point in points | {""}
    assert {team.department for team in qiheng.teams} <= departments


def test_every_role_is_at_work(qiheng):
    roles = {person.role for person in qiheng.people}
    assert roles == {
        "administrator", "manager", "lead", "agent", "second_line", "engineer", "callback", "monitor", "supplier",
        "contact",
    }  # fmt: skip


def test_suppliers_people_stand_at_suppliers_points(qiheng):
    run_by = {point.name: point.supplier for point in qiheng.points}
    assert all(run_by[person.point] == person.supplier for person in qiheng.people if person.point)


def test_a_city_lies_in_its_province_and_a_district_in_its_city(qiheng):
    places = {place["city"]: place for region in words("places")["regions"].values() for place in region}
    for customer in qiheng.customers:
        for site in customer.sites:
            assert places[site.city]["province"] == site.province
            assert site.district in places[site.city]["districts"]


def test_same_city_is_the_city_of_the_service_point(qiheng):
    sites = [site for customer in qiheng.customers for site in customer.sites]
    assert all((site.zone == "same_city") == (site.city == site.point.city) for site in sites)
    assert {site.zone for site in sites} == {"same_city", "other_city"}


def test_phone_numbers_are_given_to_nobody(qiheng):
    for customer in qiheng.customers:
        for contact in customer.contacts:
            assert contact.phone.startswith("1540") or "-5550" in contact.phone


def test_names_hold_compound_surnames_and_rare_characters(qiheng):
    names = [contact.name for customer in qiheng.customers for contact in customer.contacts]
    assert any(name[:2] in words("names")["compound"] for name in names)
    assert any(rare in "".join(names) for rare in "喆镕堃")
    assert all(2 <= len(name) <= 4 for name in names)


def test_most_of_the_faulty_batch_went_south(qiheng):
    plan = qiheng.plan
    owners = [c for c in qiheng.customers for device in c.devices if f"850-{plan.bad_batch}-" in device.serial]
    assert len(owners) > 80
    assert sum(customer.region == plan.bad_region for customer in owners) > len(owners) / 2


def test_four_kinds_of_service_and_a_code_for_every_fault(qiheng):
    assert list(qiheng.service_types) == ["repair", "installation", "consultation", "return"]
    assert len({fault.code for fault in faults()}) == len(faults())
    assert all(sum(fault.priority) == 100 for fault in faults())
