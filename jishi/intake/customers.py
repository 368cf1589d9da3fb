"""A register of customers in a sheet, a device or a contact a row. What the words mean: directory/register."""

from pathlib import Path

from jishi.core.refused import Refused
from jishi.directory.register.words import DAYS
from jishi.directory.sheet_rows import Row

from .cells.moments import moment
from .cells.text import Cell, shown
from .grid import said_rows

ROWS = 3_000  # of one sheet
HEADINGS = {
    "number": ("客户编号", "客户号", "客户代码", "customer number", "customer no", "customer id", "account number"),
    "customer": (
        "客户",
        "客户名称",
        "客户姓名",
        "公司名称",
        "单位名称",
        "customer",
        "customer name",
        "company",
        "account",
    ),
    "kind": ("客户类型", "客户性质", "customer type", "kind of customer"),
    "vip": ("vip", "重点客户", "大客户"),
    "contact": ("联系人", "联系人姓名", "contact", "contact person", "contact name"),
    "phone": ("电话", "联系电话", "手机", "手机号", "联系方式", "telephone", "phone", "phone number", "mobile"),
    "mail": ("邮箱", "邮件", "电子邮箱", "mail", "e-mail", "email"),
    "serial": (
        "序列号",
        "设备序列号",
        "机器编号",
        "出厂编号",
        "设备编号",
        "sn",
        "serial",
        "serial number",
        "serial no",
    ),
    "product": ("产品", "产品名称", "产品型号", "设备", "设备名称", "机型", "product", "model", "device"),
    "sold_on": ("销售日期", "购买日期", "出厂日期", "交付日期", "sold on", "purchase date", "delivery date"),
    "warranty_until": ("质保到期", "质保到期日", "质保期至", "保修到期", "保修截止", "warranty until", "warranty end"),
    "province": ("省", "省份", "province", "state"),
    "city": ("市", "城市", "city"),
    "district": ("区", "区县", "district"),
    "address": ("地址", "详细地址", "安装地址", "address", "street"),
    "point": ("网点", "服务网点", "service point"),
    "contract": ("合同", "合同号", "合同编号", "服务合同", "contract", "contract number", "contract no"),
    "level": ("合同级别", "合同等级", "服务级别", "服务等级", "contract level", "service level"),
    "since": ("合同开始", "合同起", "合同开始日期", "contract from", "contract since", "contract start"),
    "until": ("合同结束", "合同止", "合同到期", "合同到期日", "contract until", "contract end"),
}
COLUMNS = {word: name for name, words in HEADINGS.items() for word in words}


def read(path: Path) -> list[Row]:
    """The rows below the heading. Refused: "not-a-sheet", "no-customer-column", "list-too-long"."""
    there, rows = said_rows(path, COLUMNS, ROWS, _text)
    if not there & {"number", "customer"}:
        raise Refused("no-customer-column")
    return [Row(n, said) for n, said in rows]


def _text(name: str, cell: Cell) -> str:
    """A day as 2027-03-31, however the sheet writes it; what is no day stays as it stands."""
    at = moment(cell) if name in DAYS else None
    return f"{at:%Y-%m-%d}" if at else shown(cell)
