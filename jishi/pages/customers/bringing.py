"""A register of customers from Excel comes in: read, shown as what it would change, then all of it or nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory.register import bringing as register
from jishi.intake import customers

from ..doors import needs
from ..handed_in import MOST, read_with, sent_back, written

SHOWN = 200  # lines and faults


@needs("customers")
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """The form; sent, what the sheet would change and what of it cannot be read. Nothing is changed yet."""
    told = {"here": "customers", "most": MOST >> 20, "text": request.POST.get("text", "")}
    if request.method == "GET":
        return render(request, "customers/bring.html", told)
    try:
        rows = read_with(request, customers.read)
        made = register.plan(rows)
        if not made.told and not made.faults:
            raise Refused("register-same")
    except Refused as refused:
        return render(request, "customers/bring.html", told | {"refused": refused}, status=422)
    does = {each.row for each in made.told}
    kept = written(row.said for row in rows if row.number in does)
    shown = {"told": made.told[:SHOWN], "faults": made.faults[:SHOWN], "made": made, "kept": kept}
    return render(request, "customers/brought.html", told | shown)


@needs("customers")
@require_POST
def carry_out(request: HttpRequest) -> HttpResponse:
    """What was shown. Refused: "register-fault", "register-raced"."""
    register.bring(request.user, sent_back(request.POST.get("rows", ""), customers.HEADINGS, customers.ROWS))
    return redirect("customers")
