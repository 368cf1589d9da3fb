from django.conf import settings
from django.db import models
from django.db.models import CASCADE, PROTECT, Q

from jishi.directory.models import Category, Product, ServiceType
from jishi.tickets.models import Ticket

STANDINGS = ("draft", "published", "retired")
AUDIENCES = ("inside", "suppliers", "customers")  # each sees what the later ones see, too


class Article(models.Model):
    """What we know about one thing. Its words stand in versions; title and audience are those in force."""

    title = models.CharField(max_length=160)
    standing = models.CharField(max_length=12, default="draft")
    audience = models.CharField(max_length=12, default="inside")
    category = models.ForeignKey(Category, PROTECT, null=True, blank=True, related_name="+")
    subcategory = models.ForeignKey(Category, PROTECT, null=True, blank=True, related_name="+")
    products = models.ManyToManyField(Product, related_name="+")
    service_types = models.ManyToManyField(ServiceType, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="articles")
    source = models.ForeignKey(Ticket, PROTECT, null=True, blank=True, related_name="articles")
    version = models.ForeignKey("Version", PROTECT, null=True, blank=True, related_name="+")
    review_by = models.DateField(null=True, blank=True)  # stale from the day after
    touched_at = models.DateTimeField()  # last published; until then, written

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(standing__in=STANDINGS), name="article_standing_is_known"),
            models.CheckConstraint(condition=Q(audience__in=AUDIENCES), name="article_audience_is_known"),
        ]
        indexes = [models.Index(fields=["standing", "touched_at", "id"], name="article_touched")]

    def __str__(self) -> str:
        return self.title

    @property
    def number(self) -> str:
        """What people say: K-0012."""
        return f"K-{self.pk:04}"


class Version(models.Model):
    """The words of an article from one day on; without that day, its draft. `saved` counts the savings of a draft."""

    article = models.ForeignKey(Article, CASCADE, related_name="versions")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    body = models.TextField()
    audience = models.CharField(max_length=12, default="inside")
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, related_name="+")
    issuer = models.ForeignKey(settings.AUTH_USER_MODEL, PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    saved = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "place"], name="one_version_a_place"),
            models.UniqueConstraint(fields=["article"], condition=Q(published_at=None), name="one_draft_an_article"),
            models.CheckConstraint(condition=Q(audience__in=AUDIENCES), name="version_audience_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.place}"


class ArticleGram(models.Model):
    """Two neighbouring characters of the words in force; `weight` says how much more the title counts."""

    pk = models.CompositePrimaryKey("gram", "article_id")
    gram = models.BigIntegerField()
    article = models.ForeignKey(Article, CASCADE, related_name="grams")
    weight = models.PositiveSmallIntegerField()
