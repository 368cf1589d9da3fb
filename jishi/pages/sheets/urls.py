from django.urls import path

from . import bringing, reading, running, taking

urlpatterns = [
    path("sheets/", bringing.sheets, name="sheets"),
    path("sheets/form/", bringing.form, name="sheet-form"),
    path("sheets/<int:upload>/", reading.sheet, name="sheet"),
    path("sheets/<int:upload>/read/", reading.read, name="sheet-read"),
    path("sheets/<int:upload>/faults/", reading.faults, name="sheet-faults"),
    path("sheets/<int:upload>/begin/", running.begin, name="sheet-begin"),
    path("sheets/<int:upload>/cancel/", running.cancel, name="sheet-cancel"),
    path("sheets/<int:upload>/discard/", running.discard, name="sheet-discard"),
    path("sheets/<int:upload>/progress/", running.progress, name="sheet-progress"),
    path("sheets/<int:upload>/bad-rows/", running.bad_rows, name="sheet-bad-rows"),
    path("take/<slug:code>/", taking.take, name="take"),
    path("taken/<int:job>/", taking.taken, name="taken"),
    path("taken/<int:job>/file/", taking.file, name="taken-file"),
]
