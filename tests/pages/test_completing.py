"""The forms of an end: what is missing is asked for in one go."""

from jishi.tickets.models import Ticket


def test_the_forms_ask_for_what_is_missing(house, repair, reads):
    client, address = reads(house.boss), f"/tickets/{repair.number}"
    page = client.get(f"{address}/resolve/").content.decode()
    assert [name for name in ("fault", "diagnosis", "measure", "result") if f'name="{name}"' not in page] == []
    form = {"fault": "F-05", "diagnosis": "密封圈老化", "measure": "换密封圈", "result": "solved"}
    assert client.post(f"{address}/resolve/", form | {"fault": "F-nonsense"}).status_code == 422
    assert client.post(f"{address}/resolve/", form).status_code == 302
    page = client.get(f"{address}/close/").content.decode()
    assert 'name="reason.contact"' in page  # received in March, it is long overdue
    assert client.post(f"{address}/close/", {"reason.contact": "other"}).status_code == 422
    assert Ticket.objects.get().status == "resolved"
    assert client.post(f"{address}/close/", {"reason.contact": "other", "reason.arrival": "other"}).status_code == 302
    assert Ticket.objects.get().status == "closed"
