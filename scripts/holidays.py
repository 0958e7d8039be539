#!/usr/bin/env python3
"""Writes src/engine/holidays/cn.txt from a folder of holiday data.

Usage: scripts/holidays.py FOLDER           write the file
       scripts/holidays.py FOLDER --check   fail when the file is not what would be written

FOLDER holds cn.json (days off and make-up days by year), cn_notices.json (the wording of the State
Council's notices, which tells what a make-up day makes up for) and cn_estimate_2027_2030.json.
"""

import datetime
import json
import pathlib
import re
import sys

TARGET = pathlib.Path(__file__).parent.parent / "src/engine/holidays/cn.txt"
OFFICIAL = ("2018-01-01", "2026-12-28")
HEAD = """\
# Public holidays of mainland China, in the wording of the yearly notices of the General Office of the State Council.
# Data: holiday-cn (https://github.com/NateScarlet/holiday-cn, d4e53bf), MIT License, Copyright (c) NateScarlet.
# Estimates: statutory days by rule, from the PyPI package holidays 0.109, MIT License, Copyright (c) Vacanza Team.
# Written by scripts/holidays.py on data of 2026-11-23. A line a year: days off; make-up working days and what for.
"""


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


def main():
    folder = pathlib.Path(sys.argv[1])
    read = lambda name: json.loads((folder / name).read_text())
    data = read("cn.json")
    holidays = [(day["date"], day["name_zh"]) for year in data.values() for day in year["holidays"]]
    english = {day["name_zh"]: day["name_en"] for year in data.values() for day in year["holidays"]}
    reasons = made_up_for(read("cn_notices.json"), holidays)
    lines = [HEAD, "official %s %s\n" % OFFICIAL]
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
    text = "".join(lines)
    if "--check" in sys.argv:
        sys.exit(0 if TARGET.read_text() == text else f"{TARGET} is not what {folder} says")
    TARGET.write_text(text)


main()
