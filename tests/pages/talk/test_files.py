"""Files: stored under random names, known by their content, seen by those who may, gone with their words (F1, B2)."""

import io
import os
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from jishi.directory.models import Supplier
from jishi.directory.people import hire
from jishi.tickets import actions, attaching
from jishi.tickets.erasing import erase
from jishi.tickets.models import Attachment, Event
from jishi.tickets.sniffing import KINDS

GPS = 0x8825


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def picture(form="PNG", size=(60, 40), **saved):
    content = io.BytesIO()
    Image.new("RGB", size, "navy").save(content, form, **saved)
    return content.getvalue()


def office(*parts):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as pack:
        for part in ("[Content_Types].xml", *parts):
            pack.writestr(part, "<x/>")
    return content.getvalue()


def sent(client, ticket, name, content):
    return client.post(f"/tickets/{ticket.number}/files/", {"file": SimpleUploadedFile(name, content)})


def hung(client, ticket, tab="note", **said):
    """Said with all files that wait."""
    files = ",".join(Attachment.objects.filter(event=None).values_list("stored", flat=True))
    return client.post(f"/tickets/{ticket.number}/{tab}/", {"files": files, "channel": "mail"} | said)


def lying(media):
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


TAKEN = [
    ("foto.png", picture(), "png"),
    ("foto.jpeg", picture("JPEG"), "jpg"),
    ("foto.webp", picture("WEBP"), "webp"),
    ("保修单.pdf", b"%PDF-1.7 ...", "pdf"),
    ("台账.xlsx", office("xl/workbook.xml"), "xlsx"),
    ("报告.docx", office("word/document.xml"), "docx"),
    ("log.txt", "报警 AL-2041".encode("gb18030"), "txt"),
    ("log.csv", b"a,b\n1,2", "csv"),
    ("x.php", picture(), "png"),  # known by what it is
    ("page.html", b"no markup at all", "txt"),
]
REFUSED = [
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("a.png", b"<html><script>alert(1)</script></html>"),
    ("a.txt", b"\xef\xbb\xbf  <?xml version='1.0'?><x/>"),
    ("a.exe", b"MZ\x90\x00\x03"),
    ("a.zip", office("inside.txt")),
    ("a.xlsm", office("xl/workbook.xml", "xl/vbaProject.bin")),
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    ("broken.png", b"\x89PNG\r\n\x1a\n" + b"x" * 200),
    ("cut.jpg", picture("JPEG", (400, 300))[:300]),
    ("empty.txt", b" "),
]


@pytest.mark.parametrize(("name", "content", "kind"), TAKEN, ids=[name for name, *_ in TAKEN])
def test_a_file_is_what_is_in_it(house, repair, reads, name, content, kind):
    client = reads(house.lin)
    assert sent(client, repair, name, content).status_code == 201
    file = Attachment.objects.get()
    assert file.kind == kind
    answer = client.get(f"/tickets/{repair.number}/files/{file.stored}/")
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("inline" if kind in ("png", "jpg", "webp") else "attachment")
    assert answer["Content-Type"] == KINDS[kind]


@pytest.mark.parametrize(("name", "content"), REFUSED, ids=[name for name, _ in REFUSED])
def test_what_is_none_of_the_kinds_is_refused_and_leaves_nothing(house, repair, reads, media, name, content):
    answer = sent(reads(house.lin), repair, name, content)
    assert answer.status_code == 422 and not Attachment.objects.exists() and lying(media) == []


NAMES = ["../../x.png", "..\\..\\x.png", "C:\\x.png", "x.php\u200b", ".htaccess", "a\0.png", "n" * 300, "con",
         "\u202egnp.exe", "<img src=x onerror=alert(1)>.png", "a\r\nSet-Cookie: x=1.png"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_leads_nowhere(house, repair, media, name, at):
    file = attaching.lay(repair, house.lin, name, picture(), at(1, "10:00"))
    assert lying(media) == [f"waiting/{file.stored}", f"waiting/{file.stored}.thumb"]
    assert len(file.name) <= 160 and not set(file.name) & set("/\\\0\r\n\u200b\u202e")


def test_a_photograph_forgets_where_it_was_taken(house, repair, at):
    exif = Image.Exif()
    exif[0x0112], exif[GPS] = 6, {1: "N", 2: (31.0, 18.0, 0.0)}
    file = attaching.lay(repair, house.lin, "a.jpg", picture("JPEG", exif=exif), at(1, "10:00"))
    with Image.open(attaching.path_of(file.stored)) as drawn:
        assert drawn.size == (40, 60) and not drawn.getexif() and b"Exif" not in drawn.info.get("exif", b"")


def test_too_many_points_are_not_even_drawn(house, repair, reads, media):
    content = io.BytesIO()
    Image.new("1", (8_000, 5_001)).save(content, "PNG")
    assert sent(reads(house.lin), repair, "a.png", content.getvalue()).status_code == 422 and lying(media) == []


def test_sizes_are_capped_for_a_file_and_for_a_ticket(house, repair, reads, monkeypatch):
    client = reads(house.lin)
    monkeypatch.setattr(attaching, "ROOM", 1_000)
    assert sent(client, repair, "a.txt", b"x" * 900).status_code == 201
    assert sent(client, repair, "b.txt", b"x" * 200).status_code == 422
    assert sent(client, repair, "c.txt", b"x" * (attaching.LARGEST + 1)).status_code == 422


def test_a_file_waits_for_its_sender_and_hangs_for_all(house, repair, reads, media, django_capture_on_commit_callbacks):
    lin, wang = reads(house.lin), reads(house.wang)
    sent(lin, repair, "a.txt", b"words")
    address = f"/tickets/{repair.number}/files/{Attachment.objects.get().stored}/"
    assert (lin.get(address).status_code, wang.get(address).status_code) == (200, 404)
    assert hung(wang, repair).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert hung(lin, repair).status_code == 302
    assert wang.get(address).content == b"words" and lying(media)[0].startswith("kept/")
    assert reads(house.zhou).get(address).status_code == 404


def test_a_file_of_a_note_is_not_for_suppliers(house, repair, reads, told):
    shop = Supplier.objects.create(name="锅炉行")
    actions.dispatch(repair, told(1, "10:00"), supplier=shop)
    worker = reads(hire("W1", "外修师傅", "supplier", supplier=shop))
    for tab, status in (("note", 404), ("reply", 200)):
        sent(reads(house.lin), repair, "a.png", picture())
        hung(reads(house.lin), repair, tab, note="x")
        file = Attachment.objects.latest("pk")
        for address in ("", "thumb/"):
            assert worker.get(f"/tickets/{repair.number}/files/{file.stored}/{address}").status_code == status


def test_what_waits_in_vain_goes_and_what_was_interrupted_is_finished(house, repair, told, media, at):
    event = actions.note(repair, told(1, "10:00", note="x"))
    stays, goes = (attaching.lay(repair, house.lin, f"{n}.txt", b"x", at(1, "10:00")) for n in "ab")
    Attachment.objects.filter(pk=stays.pk).update(event=event)  # killed before the file was moved
    (media / "waiting" / "halfway").write_bytes(b"x")
    for path in (media / "waiting").iterdir():
        os.utime(path, (at(1, "10:00").timestamp(),) * 2)
    attaching.tidy(at(1, "10:00") + timedelta(days=2))
    assert lying(media) == [f"kept/{stays.stored}"] and not Attachment.objects.filter(pk=goes.pk).exists()


def test_files_are_erased_with_the_words(house, repair, reads, media, at, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        sent(reads(house.lin), repair, "陈建国.png", picture())
        hung(reads(house.lin), repair)
        erase(repair.customer, at(2, "10:00"))
    assert lying(media) == [] and not Attachment.objects.exists() and Event.objects.filter(kind="noted").exists()
