"""How far a sheet is filled, read from its XML by a real parser: a cell in disguise would fool a search for text."""

from xml.parsers import expat

from jishi.core.refused import Refused
from jishi.intake.opening.limits import LIMITS, Limits

DIGITS = "0123456789"


class Area:
    """Rows and columns that hold something. Raises Refused as soon as they pass the limits."""

    def __init__(self, name: str, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self.name, self.rows, self.columns, self.met = name, 0, 0, 0
        self.cell, self.at_row, self.in_row, self.letters = "", "", 0, set()
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.begins
        self.parser.EntityDeclHandler = self.declares

    def measure(self, piece: bytes) -> None:
        try:
            self.parser.Parse(piece, False)
        except expat.ExpatError as why:
            raise Refused("damaged", file=self.name, why=str(why)) from why
        self.columns = max(self.columns, max(map(column_number, self.letters), default=0))
        self.refuse()

    def begins(self, tag: str, given: dict[str, str]) -> None:
        if tag == "c":
            self.cell = given.get("r", "")
            self.in_row += 1
        elif tag == "v" or tag == "is":
            self.fills()
        elif tag == "row":
            self.in_row = 0
            self.met += 1
        elif ":" in tag:
            self.begins(tag.rpartition(":")[2], given)

    def fills(self) -> None:
        """The cell just begun holds something; without a name it stands where it is met."""
        letters = self.cell.rstrip(DIGITS)
        self.letters.add(letters)
        if not letters:
            self.columns = max(self.columns, self.in_row)
            self.rows = self.met
        elif self.cell[len(letters) :] != self.at_row:
            self.at_row = self.cell[len(letters) :]
            self.rows = max(self.rows, int(self.at_row or 0))

    def declares(self, *entity: object) -> None:
        raise Refused("entities", file=self.name)

    def refuse(self) -> None:
        if self.columns > self.limits.columns:
            raise Refused("too-many-columns", file=self.name, columns=self.columns, limit=self.limits.columns)
        rows = max(self.rows, self.met)
        if rows > self.limits.sheet_rows or self.rows * max(self.columns, 1) > self.limits.sheet_cells:
            raise Refused("too-many-rows", file=self.name, rows=rows, limit=self.limits.sheet_rows)


def column_number(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
