"""The day of the hotline: each in a browser of their own, all of it by keyboard."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, expect

from tests.day.desk import Day, Hands

TITLE = "主轴报警 AL-2041，无法加工"
STATE = "#head .crumb .tag"


@dataclass
class Played:
    """`seen`: what stood on the ticket after each step."""

    number: str
    xu: Hands
    lin: Hands
    wang: Hands
    seen: dict[str, str] = field(default_factory=dict)


def play(day: Day, browser: Browser) -> Played:
    xu, lin, wang = (day.sit(browser, number) for number in ("1001", "1002", "2001"))
    day.turn(0)
    played = Played(take_in(xu), xu, lin, wang)
    given(played)
    day.turn(1)
    try_to_call(played)
    day.turn(2)
    speak(played)
    day.turn(10)
    hand_over(played)
    day.turn(22)
    take_over(played)
    day.turn(35)
    solve(played)
    day.turn(40)
    confirm(played)
    return played


def take_in(xu: Hands) -> str:
    """The telephone rings: who it is, what it is about, of which kind."""
    xu.opens("/tickets/")
    xu.press("c")
    xu.sees("#typed:focus")
    xu.types("13812345678")
    xu.press("Enter")
    xu.sees("#title:focus")
    xu.types(TITLE)
    xu.press("Tab")
    xu.types("主轴启动约 30 秒后报警停机，复位后重现。")
    xu.picks("#service_type", "Repair")
    xu.sees("#priority-P1:checked")
    xu.press("Control+Enter")
    xu.sees("#ticket")
    return xu.page.url.rstrip("/").rsplit("/", 1)[1]


def given(played: Played) -> None:
    """Lin alone can repair, so it is hers."""
    xu = played.xu
    while "林珊" not in xu.reads("#head"):
        xu.page.wait_for_timeout(200)
        xu.press("F5")
        xu.page.reload()
    keep(played, xu, "given")


def try_to_call(played: Played) -> None:
    lin = played.lin
    lin.opens("/tickets/")
    lin.finds(TITLE[:4])
    lin.press("b")
    lin.picks("#say-call [name=outcome]", "nobody answered")
    lin.press("Control+Enter")
    lin.sees(".composer .says:has-text('1 attempt')")
    keep(played, lin, "attempted")


def speak(played: Played) -> None:
    lin = played.lin
    lin.press("b")
    lin.picks("#say-call [name=outcome]", "connected")
    lin.goes("#say-call textarea")
    lin.types("客户确认主轴编码器灯不亮。")
    lin.press("Control+Enter")
    lin.sees("#clock-contact :text('in time')")
    keep(played, lin, "contacted")


def hand_over(played: Played) -> None:
    lin = played.lin
    lin.press("e")
    lin.picks("#ask-pool", "二线机械组")
    lin.goes("#ask-tried")
    lin.types("已试：复位、重启伺服、换插头。")
    lin.press("Control+Enter")
    lin.sees("#clock-takeover")
    keep(played, lin, "escalated")


def take_over(played: Played) -> None:
    wang = played.wang
    wang.opens("/pool/")
    expect(wang.page.locator("#pool")).to_contain_text("换插头")
    wang.press("j", "t")
    wang.sees("#told:has-text('1 ticket done')")
    wang.finds(TITLE[:4])
    keep(played, wang, "accepted")


def solve(played: Played) -> None:
    wang = played.wang
    wang.press("d")
    wang.sees("#ask-fault:focus")
    wang.press("ArrowDown")
    for name, words in (("diagnosis", "编码器电缆断芯"), ("measure", "换编码器电缆，试车正常")):
        wang.goes(f"#ask-{name}")
        wang.types(words)
    wang.goes("#ask-result")
    wang.press("Control+Enter")
    wang.sees(f"{STATE}:has-text('Resolved')")
    keep(played, wang, "resolved")


def confirm(played: Played) -> None:
    lin = played.lin
    lin.finds(TITLE[:4])
    lin.goes("#head form[action$='/confirm/'] button")
    lin.press("Enter")
    lin.sees(".talk :text('Confirmed')")
    keep(played, lin, "confirmed")


def keep(played: Played, hands: Hands, step: str) -> None:
    played.seen[step] = hands.reads("#ticket")
