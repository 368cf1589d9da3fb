"""A list of staff from Excel: shown before anybody is taken on, each fault named, all at once or nobody."""

import html
import re

import pytest

from jishi.directory.models import Invitation, Person, Role
from jishi.directory.people import hire
from tests.pages.told import text

HEAD = "工号\t姓名\t角色\t班组\t邮箱\n"


def brings(client, rows):
    return client.post("/people/bring/", {"text": rows})


def kept(page):
    return html.unescape(re.search(r'name="rows" value="([^"]*)"', page.content.decode())[1])


def takes_on(client, page):
    """The button below what is shown."""
    return client.post("/people/bring/take-on-all/", {"rows": kept(page)})


def there(*numbers):
    return list(Person.objects.filter(number__in=numbers).values_list("number", "name", "role__code", "team__name"))


def test_nobody_is_taken_on_before_they_were_seen(house, admin):
    page = brings(admin, HEAD + f"5001\t何丽\t客服代表\t{house.desk}\the@example.cn\n5002\t周舟\tTeam lead\t\t\n")
    assert "2 people are new" in text(page) and "Take them on" in text(page) and there("5001", "5002") == []


def test_taken_on_each_has_a_link_that_lets_them_in(house, admin, client):
    rows = f"5001\t何丽\t客服代表\t{house.desk}\the@example.cn\n5002\t周舟\tlead\n"
    page = takes_on(admin, brings(admin, HEAD + rows))
    assert there("5001", "5002") == [("5001", "何丽", "agent", str(house.desk)), ("5002", "周舟", "lead", None)]
    assert Person.objects.get(number="5001").mail == "he@example.cn" and "2 people were taken on" in text(page)
    links = re.findall(r"500\d\t\S+\thttp://testserver(/join/\S+)", page.content.decode())
    assert len(links) == 2 and Invitation.objects.filter(person__number__in=["5001", "5002"]).count() == 2
    assert "何丽" in text(client.get(links[0], follow=True))


def test_each_fault_is_named_with_row_and_column_and_the_good_go_on(house, admin):
    rows = [
        "5001\t何丽\t客服代表\t\t", "\t无号\t客服代表", "5003\t\tagent", "5004\t甲\t皇帝", "5005\t乙\tagent\t没有这组",
        "50 06\t丙\tagent", "5007\t丁\tagent\t\tnot-a-mail", "5001\t再来\tagent", "1001\t林晓\tagent",
    ]  # fmt: skip
    page = brings(admin, HEAD + "\n".join(rows))
    said = text(page)
    assert "1 person is new" in said and "1 here already" in said and "7 places to mend" in said
    for fault in (
        "3 Staff number – This has to be said", "4 Name – This has to be said", "5 Role 皇帝 No role is called so",
        "6 Team 没有这组 None that you may choose is called so", "7 Staff number 50 06 Letters, digits",
        "8 Mail not-a-mail This is no mail address", "9 Staff number 5001 The same number stands further up",
    ):  # fmt: skip
        assert fault in said
    takes_on(admin, page)
    assert [number for number, *_ in there("5001", "5003", "5004", "5005", "5007")] == ["5001"]


def test_brought_again_it_adds_nobody(admin):
    rows = HEAD + "5001\t何丽\t客服代表\n"
    takes_on(admin, brings(admin, rows))
    page = brings(admin, rows)
    assert page.status_code == 422 and "Everybody in this sheet is here already" in text(page)


def test_what_was_taken_meanwhile_takes_on_nobody(admin):
    page = brings(admin, HEAD + "5001\t何丽\tagent\n5002\t周舟\tagent\n")
    hire("5002", "别人", "reader")
    refused = takes_on(admin, page)
    assert refused.status_code == 422 and "Nobody was taken on" in text(refused) and there("5001") == []


def test_nobody_gives_a_role_or_a_place_beyond_their_own(house, head):
    page = brings(head, HEAD + f"5001\t何丽\tadministrator\n5002\t周舟\tlead\t{house.other}\n5003\t林二\tlead\t\n")
    assert "5001" not in kept(page) and "This role may do more than yours" in text(page)
    assert "5002" not in kept(page) and "None that you may choose is called so" in text(page)
    takes_on(head, page)
    assert there("5003") and Person.objects.get(number="5003").department == house.lin.department
    forged = '[{"number": "5009", "name": "伪", "role": "administrator"}]'
    assert head.post("/people/bring/take-on-all/", {"rows": forged}).status_code == 422 and there("5009") == []


@pytest.mark.parametrize("rows", ["", "[", "{}", "[1]", '[{"number": 1}]', '[{"password": "x"}]', "[" * 9_999])
def test_rows_that_were_never_shown_are_refused(admin, rows):
    assert admin.post("/people/bring/take-on-all/", {"rows": rows}).status_code == 422


@pytest.mark.parametrize(("rows", "said"), [("", "neither a file"), ("姓名\t电话\n甲\t1\n", "no column: Staff number")])
def test_what_is_no_list_of_staff_says_what_is_missing(admin, rows, said):
    page = brings(admin, rows)
    assert page.status_code == 422 and said in text(page)


def test_the_exported_list_with_rows_added_comes_in_again(house, admin):
    """A role of the company's own is found by its name, a heading below a title by its words."""
    Role.objects.create(code="own-7", name="驻场", reach="own", rights=["note"])
    head = "员工名单 2026\t\t\t\t\t\n序号\t员工编号\t姓名\t岗位\t所属部门\t邮箱\n"
    page = brings(admin, head + f"1\t1001\t林晓\t客服代表\t\t\n2\t5001\t何丽\t驻场\t{house.lin.department}\t\n")
    takes_on(admin, page)
    assert there("5001") == [("5001", "何丽", "own-7", None)]
