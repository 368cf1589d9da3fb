"""A contact is found by each of their numbers, and no more when the customer is erased."""

import pytest

from jishi.core.telephone import read
from jishi.directory.customers import find, introduce, welcome
from jishi.directory.models import Contact, Customer, Telephone
from jishi.directory.telephones import answering, keep
from jishi.tickets.erasing import erase


def called(said):
    return [contact.name for contact in answering(read(said))]


@pytest.mark.both_databases
def test_every_number_finds_its_people_and_a_number_is_kept_once(house, boiler):
    chen = introduce(boiler.customer, "陈建国", "138 1234 5678")
    for said in ("0512-66881234转8001", "(0512) 6688 1234 #8001", "+86 13812345678", "no number"):
        keep(chen, said)
    assert Telephone.objects.count() == 2 and Contact.objects.get().phone == "138 1234 5678"
    assert called("１３８-１２３４-５６７８") == called("66881234") == called("051266881234转8001") == ["陈建国"]
    assert called("021-66881234") == called("13812345679") == []


def test_a_number_without_its_area_code_is_found_with_it(house, boiler):
    introduce(boiler.customer, "门卫", "6688 1234")
    assert called("0512-66881234") == called("66881234") == ["门卫"]


def test_who_is_known_by_name_and_number_is_not_written_down_twice(house):
    first, _ = welcome("何丽", "139 0000 1111")
    again, _ = welcome("何丽", "+86 13900001111")
    other, _ = welcome("何丽", "13900002222")
    assert first == again != other and Customer.objects.count() == 2


@pytest.mark.both_databases
def test_an_erased_customer_is_found_by_nothing(house, boiler, at):
    introduce(boiler.customer, "陈建国", "13812345678")
    erase(boiler.customer, at(2, "09:00"))
    assert not Telephone.objects.exists()
    assert find("13812345678") == find("陈建国") == find("B24-0007") == find("C-1") == []
