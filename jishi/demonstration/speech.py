"""What people say and write, from the sentences of data/speech.json."""

import re

from .lexicon import words
from .luck import Luck
from .requests import Request

BLANK = re.compile(r"\{(\w+)\}")


class Speech:
    def __init__(self, luck: Luck) -> None:
        self.luck, self.lists = luck, words("speech")

    def says(self, request: Request) -> tuple[str, str]:
        """Subject and description as the customer puts them."""
        known = self._known(request)
        told = self.fill(self.luck.pick(request.fault.says), **known)
        title = re.split("[，。？！]", told)[0]
        if request.fault.service_type == "repair":
            title += self.luck.pick(self.lists["title_tail"])
        machine = "" if request.device.product.model in told or self.luck.chance(0.55) else self._machine(request)
        pressing = request.fault.service_type == "repair" and request.priority in ("P0", "P1")
        urge = self.luck.pick(self.lists["urge"]) if pressing and self.luck.chance(0.5) else ""
        return title[:60], f"{machine}{told}{urge}{self.luck.pick(self.lists['close'])}"

    def line(self, name: str, **known: str) -> str:
        """One sentence of the list `name`."""
        return self.fill(self.luck.pick(self.lists[name]), **known)

    def work(self, sentences: tuple[str, ...], request: Request) -> str:
        return self.fill(self.luck.pick(sentences), **self._known(request)) if sentences else ""

    def fill(self, sentence: str, **known: str) -> str:
        return BLANK.sub(lambda blank: known.get(blank[1]) or self._any(blank[1]), sentence)

    def _machine(self, request: Request) -> str:
        product = request.device.product.model
        return self.luck.pick([f"{product}，", f"{product}（{request.device.serial}）：", f"我们的{product}"])

    def _known(self, request: Request) -> dict[str, str]:
        item = self.luck.pick(request.fault.item) if request.fault.item else ""
        return {"model": request.device.product.model, "serial": request.device.serial, "item": item}

    def _any(self, name: str) -> str:
        if name in RANGES:
            low, high, step = RANGES[name]
            return str(self.luck.whole(low, high) * step)
        lists = self.lists if name in self.lists else words("places")
        return self.luck.pick(lists[name])


RANGES = {
    "n": (2, 6, 1), "rpm": (3, 12, 1000), "temp": (48, 67, 1), "force": (12, 19, 1), "load": (78, 96, 1),
    "month": (1, 12, 1),
}  # fmt: skip
