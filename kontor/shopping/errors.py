"""What can go wrong while one fills the cart."""

from __future__ import annotations

from decimal import Decimal

from kontor.catalogue.models import Product
from kontor.kit.errors import DomainError
from kontor.shopping.understanding import in_words


class NotOrderable(DomainError):
    """So much of this product cannot be ordered; `problem` says why, and what was `entered` is kept."""

    field = "quantity"

    def __init__(
        self, problem: str, product: Product, entered: str, *, quantity: Decimal | None = None
    ) -> None:
        self.problem, self.product, self.entered, self.quantity = problem, product, entered, quantity
        self.code = f"shopping.{problem}"
        super().__init__(in_words(problem, product, entered))
