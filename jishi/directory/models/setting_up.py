from django.db import models


class Company(models.Model):
    """One row: whose desk this is, where the environment does not say it."""

    name = models.CharField(max_length=120, blank=True)


class Benchmark(models.Model):
    """A number to be measured against. Without a source it is none (C24)."""

    indicator = models.CharField(max_length=40)  # a name of the catalogue
    value = models.FloatField()  # a share as such: 0.85
    unit = models.CharField(max_length=8)
    source = models.CharField(max_length=200)
    dated = models.DateField()
    population = models.CharField(max_length=200)  # of whom it speaks

    class Meta:
        ordering = ["indicator", "id"]

    def __str__(self) -> str:
        return f"{self.indicator} {self.value}"
