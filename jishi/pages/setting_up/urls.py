"""Addresses of the set-up and its records."""

from django.urls import path

from . import benchmarks, kinds, organisation, signed, steps

urlpatterns = [
    path("setting-up/", steps.steps, name="setting-up"),
    path("setting-up/company/", steps.company, name="set-up-company"),
    path("setting-up/organisation/", organisation.organisation, name="organisation"),
    path("setting-up/organisation/<slug:code>/", organisation.add, name="organisation-add"),
    path("setting-up/organisation/<slug:code>/<int:pk>/", organisation.rename, name="organisation-rename"),
    path("setting-up/types/", kinds.types, name="set-up-types"),
    path("setting-up/types/<int:pk>/", kinds.one_type, name="set-up-type"),
    path("setting-up/fields/", kinds.fields, name="set-up-fields"),
    path("setting-up/fields/<int:pk>/", kinds.one_field, name="set-up-field"),
    path("setting-up/benchmarks/", benchmarks.benchmarks, name="set-up-benchmarks"),
    path("setting-up/benchmarks/<int:pk>/remove/", benchmarks.remove, name="set-up-benchmark-remove"),
    path("setting-up/sign/", signed.sign, name="set-up-sign"),
    path("setting-up/records/<int:pk>/", signed.record, name="set-up-record"),
]
