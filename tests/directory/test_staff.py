"""Whom of the staff a person may know of, and whom they may rule."""

import pytest

from jishi.directory.models import Role, Supplier
from jishi.directory.people import hire
from jishi.directory.staff import governed, known, places


@pytest.fixture
def quick(house):
    return Supplier.objects.create(name="快修科技")


@pytest.fixture
def ada(quick):
    return hire("7001", "阿达", "supplier", supplier=quick)


def test_those_outside_know_their_own_people_only(house, quick, ada):
    own = hire("7002", "阿贝", "supplier", supplier=quick)
    other = hire("8001", "外人", "supplier", supplier=Supplier.objects.create(name="另一家"))
    assert set(known(ada)) == {ada, own} and other in known(house.lin)


def test_who_belongs_to_no_supplier_but_sees_as_one_knows_nobody(house):
    assert not known(hire("7009", "无主", "supplier")).exists()


def test_a_role_rules_as_far_as_it_sees(house):
    Role.objects.filter(code="lead").update(rights=["people"])
    zhang = hire("1009", "张薇", "lead", team=house.desk, department=house.lin.department)
    assert set(governed(zhang)) == {zhang, house.lin, house.wang, house.he, house.boss}
    assert set(governed(house.mo)) == {house.mo}
    assert house.zhou in governed(house.boss)


def test_who_sees_a_department_puts_people_into_that_one_only(house):
    zhang = hire("1009", "张薇", "lead", team=house.desk, department=house.lin.department)
    assert [each.name for each in places(zhang)["department"]] == ["客服中心"]
    assert places(house.boss)["department"].count() == 2
