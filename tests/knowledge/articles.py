"""An article of the house: how a leaking boiler is mended."""

from jishi.knowledge.writing import Words, publish, write

LEAK = "## 现象\n壁挂炉滴水\n## 处理\n1. 关水\n2. 换 **密封圈**"


def leak(house, now, title="壁挂炉漏水怎么修", body=LEAK, audience="inside", issued=True, **where):
    """Written by Lin and published by the boss, `now`."""
    article = write(house.lin, now, Words(title, body, audience), where)
    if issued:
        publish(article, house.boss, now, "", 0)
    return article
