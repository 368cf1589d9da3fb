"""The heights of a strip in its three sizes, in px of the drawing."""

from typing import NamedTuple


class Bar(NamedTuple):
    """`y`, `height` of what has body; the line of what is to come runs at `middle`."""

    y: int
    height: int
    top: int
    bottom: int
    ring: int
    flag: str

    @property
    def middle(self) -> int:
        return self.y + self.height // 2

    def of(self, kind: str) -> tuple[str, str]:
        """y and height of a piece: body, a line for what is to come, a hairline where nothing runs."""
        if kind in ("counted", "paused", "closed"):
            return str(self.y), str(self.height)
        return (str(self.middle - 1), "2") if kind == "ahead" else (f"{self.middle - 0.5}", "1")


SIZES = {
    "row": Bar(4, 8, 1, 15, 3, "M0 0h5l-1.5 1.5 1.5 1.5H0z"),
    "mid": Bar(6, 12, 2, 22, 4, "M0 1h6l-1.8 2 1.8 2H0z"),
    "full": Bar(22, 20, 14, 46, 5, "M0 14h7l-2 3 2 3H0z"),
}
