import django.db.models.deletion
from django.db import migrations, models

from jishi.core.telephone import read
from jishi.directory.pseudonyms import token


def index(apps, _):
    """The numbers people carry already are found by token too."""
    contacts = apps.get_model("directory", "Contact").objects.exclude(phone="")
    row = apps.get_model("directory", "Telephone")
    told = [(contact, read(contact.phone)) for contact in contacts.iterator()]
    row.objects.bulk_create(
        [
            row(
                contact=contact,
                said=contact.phone,
                extension=number.extension or contact.extension,
                token=token("phone", number.digits),
                local=token("phone", number.local),
            )
            for contact, number in told
            if number
        ],
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_lists")]

    operations = [
        migrations.CreateModel(
            name="Telephone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("said", models.CharField(max_length=40)),
                ("extension", models.CharField(blank=True, max_length=12)),
                ("token", models.CharField(db_index=True, max_length=32)),
                ("local", models.CharField(blank=True, db_index=True, max_length=32)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="telephones", to="directory.contact"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("contact", "token", "extension"), name="one_number_once_a_contact")
                ],
            },
        ),
        migrations.RunPython(index, migrations.RunPython.noop),
    ]
