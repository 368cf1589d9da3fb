"""The demonstration company: 启衡装备, a maker of machining centres, and a year of its after-sales service.

`company(seed, now)` says who and what, `history(company)` what happened, `export(company, history, path)` writes the
sheet its people would have kept by hand. Pure but for the export; the same seed and moment give the same year.
"""
