#!/usr/bin/env python3
"""Writes src/engine/holidays/*.txt from a folder of holiday data.

Usage: scripts/holidays/write.py FOLDER           write the files
       scripts/holidays/write.py FOLDER --check   fail when a file is not what would be written

FOLDER holds cn.json (days off and make-up days by year), cn_notices.json (the wording of the State
Council's notices, which tells what a make-up day makes up for), cn_estimate_2027_2030.json, and for the
other countries CODE.json and regions.json. The form of what is written is told in src/engine/holidays/read.rs.
"""

import datetime
import itertools
import json
import pathlib
import re
import string
import sys

import names

TARGET = pathlib.Path(__file__).parent.parent.parent / "src/engine/holidays"
CHINA_HEAD = """\
# Public holidays of mainland China, in the wording of the yearly notices of the General Office of the State Council.
# Data: holiday-cn (https://github.com/NateScarlet/holiday-cn, d4e53bf), MIT License, Copyright (c) NateScarlet.
# Estimates: statutory days by rule, from the PyPI package holidays 0.109, MIT License, Copyright (c) Vacanza Team.
# Written by scripts/holidays/write.py on data of 2026-11-23. A line a year: days off; make-up working days and what for.
"""
HEAD = """\
# %s.
# Data: the PyPI package holidays 0.109, MIT License, Copyright (c) Vacanza Team.
# Written by scripts/holidays/write.py on data of 2026-11-23.
"""
# What is told of each country, and until when its days are settled: by law, or by what has been gazetted.
COUNTRIES = {
    "us": ("Federal holidays of the United States, and those of the states and territories", "2030-12-31"),
    "hk": ("General holidays of Hong Kong", "2027-12-31"),
    "sg": ("Public holidays of Singapore", "2027-12-31"),
    "jp": ("Public holidays of Japan", "2027-12-31"),
    "de": ("Nationwide public holidays of Germany, and those of the states", "2030-12-31"),
    "gb": ("Bank holidays of England, and of the other parts of the United Kingdom", "2028-12-31"),
    "in": ("Central public holidays of India, and those of the states", "2026-12-31"),
    "au": ("Nationwide public holidays of Australia, and those of the states", "2030-12-31"),
}


def runs(days):
    """Runs of consecutive dates with one name, as (first, last, name)."""
    joined = []
    for date, name in sorted(days):
        date = datetime.date.fromisoformat(date)
        if joined and joined[-1][2] == name and joined[-1][1] + datetime.timedelta(days=1) == date:
            joined[-1][1] = date
        else:
            joined.append([date, date, name])
    return joined


def compact(days):
    parts = []
    for first, last, name in runs(days):
        parts.append(f"{first:%m%d}" + (f"-{last:%m%d}" if last > first else "") + name)
    return ",".join(parts)


def made_up_for(notices, holidays):
    """The holiday that each make-up day makes up for, by the sentence that orders both."""
    names = dict(holidays)
    found = {}
    for year, notice in notices.items():
        for text in notice["text"]:
            off, _, work = text.partition("。")
            month = None
            first = None
            for match in re.finditer(r"(?:(\d{4})年)?(?:(\d+)月)?(\d+)日", off):
                month = match[2] or month
                date = datetime.date(int(match[1] or year), int(month), int(match[3])).isoformat()
                first = first or names.get(date)
            month = None
            for match in re.finditer(r"(?:(\d{4})年)?(?:(\d+)月)?(\d+)日", work):
                month = match[2] or month
                found[datetime.date(int(match[1] or year), int(month), int(match[3])).isoformat()] = first
    return found


def china(read):
    data = read("cn.json")
    holidays = [(day["date"], day["name_zh"]) for year in data.values() for day in year["holidays"]]
    english = {day["name_zh"]: day["name_en"] for year in data.values() for day in year["holidays"]}
    reasons = made_up_for(read("cn_notices.json"), holidays)
    lines = [CHINA_HEAD, "official 2018-01-01 2026-12-28\n"]
    estimates = read("cn_estimate_2027_2030.json")["days"]
    english |= {day["name_zh"]: day["name_en"] for day in estimates if day["name_zh"] not in english}
    for zh, en in english.items():
        lines.append(f"name {zh}={en}\n")
    for year, days in data.items():
        off = [(day["date"], day["name_zh"]) for day in days["holidays"]]
        work = [(date, reasons.get(date) or "") for date in days["working_days"]]
        lines.append(f"{year};{compact(off)};{','.join(date[5:7] + date[8:] + name for date, name in sorted(work))}\n")
    for year in sorted({day["date"][:4] for day in estimates}):
        off = [(day["date"], day["name_zh"]) for day in estimates if day["date"].startswith(year)]
        lines.append(f"estimate {year};{compact(off)};\n")
    return "".join(lines)


def keys():
    """a, b, ... z, aa, ab, ..."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(string.ascii_lowercase, repeat=length))


def by_year(days, key, through):
    """A line a year of (date, name): settled ones, then estimates."""
    lines = []
    for year in sorted({date[:4] for date, _ in days}):
        of_year = [(date, key[name]) for date, name in days if date.startswith(year)]
        settled = [day for day in of_year if day[0] <= through]
        later = [day for day in of_year if day[0] > through]
        if settled:
            lines.append(f"{year};{compact(settled)};\n")
        if later:
            lines.append(f"estimate {year};{compact(later)};\n")
    return lines


def country(code, read):
    told, through = COUNTRIES[code]
    days = [(day["date"], day["name_en"]) for day in read(f"{code}.json")]
    regions = {region.replace("NSW Western", "NSW-Western"): changes
               for region, changes in read("regions.json").get(code.upper(), {}).items()}
    added = {region: [(day["date"], day["name_en"]) for day in changes["add"] + changes.get("rename", [])]
             for region, changes in regions.items()}
    used = dict.fromkeys(name for _, name in days + sum(added.values(), []))
    key = dict(zip(used, keys()))
    lines = [HEAD % told, f"official 2024-01-01 {through}\n"]
    lines += [f"name {short}={names.chinese(name)}={name}\n" for name, short in key.items()]
    lines += by_year(days, key, through)
    for region, name in names.regions(code.upper()):
        lines.append(f"region {region} {name}\n")
        lines += by_year(added[region], key, through)
        removed = sorted(day["date"] if isinstance(day, dict) else day for day in regions[region]["remove"])
        for year, dates in itertools.groupby(removed, lambda date: date[:4]):
            lines.append(f"remove {year};{','.join(date[5:7] + date[8:] for date in dates)}\n")
    return "".join(lines)


def main():
    folder = pathlib.Path(sys.argv[1])
    read = lambda name: json.loads((folder / name).read_text())
    files = {"cn": china(read)} | {code: country(code, read) for code in COUNTRIES}
    wrong = []
    for code, text in files.items():
        target = TARGET / f"{code}.txt"
        if "--check" not in sys.argv:
            target.write_text(text)
        elif target.read_text() != text:
            wrong.append(target.name)
    if wrong:
        sys.exit(f"not what {folder} says: {', '.join(wrong)}")


main()
