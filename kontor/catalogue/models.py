"""Products, categories, prices and availability."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Company, CustomerGroup
from kontor.kit.translated import Translated
from kontor.partners.models import ProductArea


class Category(models.Model):
    """A place in the shop's tree. `path` is its code and those above it: `filters/hydraulic`."""

    path = models.CharField(_("path"), max_length=120, unique=True, db_collation="C")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    name_nb = models.CharField(_("name, bokmål"), max_length=80)
    name_de = models.CharField(_("name, German"), max_length=80)
    name_en = models.CharField(_("name, English"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    name = Translated("name")

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self) -> str:
        return self.name


class Unit(models.TextChoices):
    """What one counts a product in."""

    PIECE = "piece", _("piece")
    KILOGRAM = "kg", _("kg")
    METRE = "m", _("m")
    LITRE = "l", _("l")
    DRUM = "drum", _("drum")
    PACK = "pack", _("pack")
    PAIR = "pair", _("pair")
    SET = "set", _("set")


class TaxClass(models.TextChoices):
    """Which of the selling entity's tax rates a product bears."""

    STANDARD = "standard", _("Standard")
    REDUCED = "reduced", _("Reduced")


def _words(language: str, config: str) -> models.GeneratedField:
    """The searchable words of a product in one language: name before number and maker before description."""
    return models.GeneratedField(
        expression=SearchVector(f"name_{language}", config=config, weight="A")
        + SearchVector("number", "maker", "maker_number", config="simple", weight="B")
        + SearchVector(f"description_{language}", config=config, weight="C"),
        output_field=SearchVectorField(),
        db_persist=True,
    )


class Product(models.Model):
    """Something we sell. Texts in three languages; quantities are in `unit`, weights in kilograms.

    One orders at least `min_quantity` and whole packs of `pack_size`. `bulky` goods bear the surcharge once an
    order; `forwarder` goods go by forwarder, who telephones first (SH-8).
    """

    number = models.CharField(_("article number"), max_length=40, unique=True)
    maker = models.CharField(_("maker"), max_length=60, blank=True)
    maker_number = models.CharField(_("maker's number"), max_length=60, blank=True)
    gtin = models.CharField("GTIN", max_length=14, blank=True)
    area = models.ForeignKey(ProductArea, models.PROTECT, related_name="+", verbose_name=_("product area"))
    category = models.ForeignKey(Category, models.PROTECT, related_name="products")
    name_nb = models.CharField(_("name, bokmål"), max_length=160)
    name_de = models.CharField(_("name, German"), max_length=160)
    name_en = models.CharField(_("name, English"), max_length=160)
    description_nb = models.TextField(_("description, bokmål"), blank=True)
    description_de = models.TextField(_("description, German"), blank=True)
    description_en = models.TextField(_("description, English"), blank=True)
    unit = models.CharField(_("unit"), max_length=8, choices=Unit, default=Unit.PIECE)
    pack_size = models.DecimalField(_("pack size"), max_digits=12, decimal_places=3, default=1)
    min_quantity = models.DecimalField(_("least quantity"), max_digits=12, decimal_places=3, default=1)
    weight_kg = models.DecimalField(_("weight, kg"), max_digits=12, decimal_places=3, null=True, blank=True)
    bulky = models.BooleanField(_("bulky"), default=False)
    forwarder = models.BooleanField(_("by forwarder"), default=False)
    tax_class = models.CharField(_("tax"), max_length=8, choices=TaxClass, default=TaxClass.STANDARD)
    picture = models.CharField(_("picture"), max_length=200, blank=True)
    lead_days = models.PositiveSmallIntegerField(_("working days to make"), null=True, blank=True)
    is_active = models.BooleanField(_("for sale"), default=True)
    words_nb = _words("nb", "norwegian")
    words_de = _words("de", "german")
    words_en = _words("en", "english")
    name = Translated("name")
    description = Translated("description")

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(pack_size__gt=0, min_quantity__gt=0), name="catalogue_product_quantities"
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["category", "number"],
                include=["maker", "lead_days"],
                condition=models.Q(is_active=True),
                name="catalogue_product_shelf",
            ),
            GinIndex(fields=["words_nb"], name="catalogue_product_words_nb"),
            GinIndex(fields=["words_de"], name="catalogue_product_words_de"),
            GinIndex(fields=["words_en"], name="catalogue_product_words_en"),
            # Parts of compounds, which stemming does not find: "filter" in "Rücklauffilter".
            GinIndex(OpClass("name_nb", name="gin_trgm_ops"), name="catalogue_product_parts_nb"),
            GinIndex(OpClass("name_de", name="gin_trgm_ops"), name="catalogue_product_parts_de"),
            GinIndex(OpClass("name_en", name="gin_trgm_ops"), name="catalogue_product_parts_en"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class ArticleNumber(models.Model):
    """A number that a product is found by, whoever gave it; `plain` has only capital letters and digits."""

    class Kind(models.TextChoices):
        OURS = "ours", _("our number")
        MAKER = "maker", _("maker's number")
        GTIN = "gtin", "GTIN"

    product = models.ForeignKey(Product, models.CASCADE, related_name="article_numbers")
    kind = models.CharField(max_length=8, choices=Kind)
    plain = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["product", "kind"], name="catalogue_articlenumber_kind")
        ]
        indexes: ClassVar = [
            models.Index(fields=["plain"], name="catalogue_articlenumber_plain"),
            GinIndex(OpClass("plain", name="gin_trgm_ops"), name="catalogue_articlenumber_like"),
        ]

    def __str__(self) -> str:
        return self.plain


class CustomerArticleNumber(models.Model):
    """A company's own number for a product (SH-4)."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="+")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    number = models.CharField(max_length=60)
    plain = models.CharField(max_length=60)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company", "plain"], name="catalogue_customerarticlenumber_once")
        ]
        indexes: ClassVar = [models.Index(fields=["company", "product"], name="catalogue_customer_product")]

    def __str__(self) -> str:
        return self.number


def audience() -> models.GeneratedField:
    """Whom prices are for, as one number: a company's id, a customer group's id negated, 0 for everybody.

    Row security compares it, and the foreign key over (audience, list) holds a price and its list together.
    """
    return models.GeneratedField(
        expression=Coalesce("company", F("group") * -1, 0),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )


class PriceList(models.Model):
    """Prices that belong together. The list with the lowest `rank` that has a price wins: the narrowest, not the
    cheapest (docs/decisions). Contract and company lists belong to a company, group lists to a group.
    """

    class Kind(models.TextChoices):
        CONTRACT = "contract", _("Contract price")
        COMPANY = "company", _("Company price list")
        GROUP = "group", _("Group price list")
        PROMOTION = "promotion", _("Promotion")
        GENERAL = "general", _("General price list")

    RANKS: ClassVar[dict[str, int]] = {
        "contract": 10,
        "company": 20,
        "group": 30,
        "promotion": 40,
        "general": 50,
    }

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    rank = models.PositiveSmallIntegerField(_("rank"))
    currency = models.CharField(_("currency"), max_length=3)
    company = models.ForeignKey(Company, models.PROTECT, null=True, blank=True, related_name="+")
    group = models.ForeignKey(CustomerGroup, models.PROTECT, null=True, blank=True, related_name="+")
    audience = audience()

    class Meta:
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["contract", "company"], company__isnull=False, group=None)
                | models.Q(kind="group", company=None, group__isnull=False)
                | models.Q(kind__in=["promotion", "general"], company=None, group=None),
                name="catalogue_pricelist_owner",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["currency", "kind", "rank"], name="catalogue_pricelist_general")
        ]

    def __str__(self) -> str:
        return self.name


class Price(models.Model):
    """What a product costs on a list from a quantity on, net of tax, per 1, 100 or 1,000 units.

    A `net` price bears no loyalty discount. `company` and `group` repeat the list's, for row security.
    """

    list = models.ForeignKey(PriceList, models.CASCADE, related_name="prices")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    company = models.ForeignKey(Company, models.PROTECT, null=True, related_name="+")
    group = models.ForeignKey(CustomerGroup, models.PROTECT, null=True, related_name="+")
    audience = audience()
    from_quantity = models.DecimalField(max_digits=12, decimal_places=3, default=1)
    valid_from = models.DateField()
    valid_to = models.DateField(default="9999-12-31")
    amount = models.DecimalField(max_digits=12, decimal_places=4)
    per = models.PositiveSmallIntegerField(default=1)
    net = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["list", "product", "from_quantity", "valid_from"], name="catalogue_price_once"
            ),
            models.CheckConstraint(
                condition=models.Q(per__in=[1, 100, 1000], amount__gte=0, from_quantity__gt=0),
                name="catalogue_price_amounts",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["list", "product", "-from_quantity", "-valid_from"],
                include=["valid_to", "amount", "per", "net", "audience"],
                name="catalogue_price_lookup",
            ),
            models.Index(
                fields=["company"], name="catalogue_price_company", condition=models.Q(company__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} / {self.per}"


class Stock(models.Model):
    """How many of a product lie in a warehouse, and when more come."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="stock")
    warehouse = models.CharField(max_length=40)
    quantity = models.DecimalField(max_digits=12, decimal_places=3, default=0)
    restock_date = models.DateField(null=True)
    restock_quantity = models.DecimalField(max_digits=12, decimal_places=3, null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["product", "warehouse"], name="catalogue_stock_once")
        ]

    def __str__(self) -> str:
        return f"{self.quantity} in {self.warehouse}"
