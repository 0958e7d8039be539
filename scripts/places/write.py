#!/usr/bin/env python3
"""Writes public/places.txt: the places by which the zone picker finds a zone.

Usage: scripts/places/write.py           write the file
       scripts/places/write.py --check   fail when the file is not what would be written

Needs from PyPI: babel 2.18.0 (city and country names of the Unicode CLDR), tzdata 2026.6 (the IANA zones, which
country each is in, and their old names) and pypinyin 0.55.0. Cities of src/exchange/moment/cities.txt and what
scripts/places/names.py decides go before the sources. The form of what is written is told in
src/exchange/places/read.rs.
"""

import importlib.resources
import pathlib
import sys
import unicodedata

from babel import Locale
from babel.core import get_global
from pypinyin import lazy_pinyin

import names

ROOT = pathlib.Path(__file__).parent.parent.parent
TARGET = ROOT / "public/places.txt"
HEAD = """\
# Places by which a time zone is found.
# Names: Unicode CLDR through the PyPI package babel 2.18.0, Unicode License v3, Copyright (c) Unicode, Inc.
# Readings of characters: the PyPI package pypinyin 0.55.0, MIT License, Copyright (c) 2016 mozillazg, 闲耘.
# Zones, their countries and old names: IANA time zone database %s, public domain.
# Written by scripts/places/write.py.
"""
ZONEINFO = importlib.resources.files("tzdata") / "zoneinfo"


def zones():
    """The country of each zone, by its name."""
    rows = [line.split("\t") for line in (ZONEINFO / "zone.tab").read_text().splitlines() if not line.startswith("#")]
    return dict(sorted([(row[2], row[0]) for row in rows] + [("UTC", "ZZ")]))


def old_names(known):
    """The old names of each zone, without those that only tell an offset."""
    lines = (ZONEINFO / "tzdata.zi").read_text().splitlines()
    links = {name: target for _, target, name in (line.split() for line in lines if line.startswith("L "))}
    links |= names.OLD_NAMES
    found = {}
    for name, target in sorted(links.items()):
        if name not in known and not name.rpartition("/")[2].startswith(("GMT+", "GMT-", "GMT0")):
            found.setdefault(target if target in known else links[target], []).append(name)
    return found


def house_cities():
    """The rows of cities.txt."""
    lines = (ROOT / "src/exchange/moment/cities.txt").read_text().splitlines()
    return [line.split("|") for line in lines]


def spelled(zone):
    """The city in a zone's name."""
    return zone.rpartition("/")[2].replace("_", " ")


def plain(name):
    """A name without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


class Names:
    """Names of cities and countries in both languages."""

    def __init__(self):
        self.locales = [Locale.parse("zh_Hans"), Locale.parse("en")]
        self.aliases = get_global("zone_aliases")
        self.house = {(zone, en): zh for zh, en, *_, zone in house_cities()}

    def exemplar(self, locale, zone):
        same = {self.aliases.get(zone, zone)}
        same |= {old for old, new in self.aliases.items() if new in same}
        for name in [zone, *sorted(same)]:
            if city := locale.time_zones.get(name, {}).get("city"):
                return city
        return None

    def city(self, zone):
        """A zone's own city."""
        if zone in names.CITIES:
            return names.CITIES[zone]
        zh, en = (self.exemplar(locale, zone) for locale in self.locales)
        for (of, name), chinese in self.house.items():
            if of == zone and plain(name) in (en, spelled(zone)):
                return chinese, name
        return zh, en or spelled(zone)

    def country(self, code):
        if code in names.COUNTRIES:
            return names.COUNTRIES[code]
        return tuple(locale.territories[code] for locale in self.locales)


def pinyin(texts):
    """How each Chinese character of the texts is read, as lines of a syllable and its characters."""
    syllables = {}
    readings = {}
    for text in texts:
        for character, syllable in zip(text, lazy_pinyin(text, errors=lambda other: list(other)), strict=True):
            if not "\u4e00" <= character <= "\u9fff":
                continue
            syllable = names.READINGS.get(character, syllable)
            if readings.setdefault(character, syllable) != syllable:
                sys.exit(f"{character} is read {readings[character]} and, in {text}, {syllable}")
    for character, syllable in sorted(readings.items()):
        syllables.setdefault(syllable, []).append(character)
    return [syllable + "".join(characters) for syllable, characters in sorted(syllables.items())]


def text():
    zone_countries = zones()
    old = old_names(zone_countries)
    known = Names()
    countries = {zone: known.country(code) for zone, code in zone_countries.items()}
    cities = {zone: known.city(zone) for zone in zone_countries}
    further = {}
    for zh, en, *country, zone in house_cities():
        if cities[zone] != (zh, en):
            further.setdefault(zone, []).append((zh, en, names.CITY_WORDS.get(en, ""), tuple(country)))
    for row in names.FURTHER.strip().splitlines():
        zone, zh, en, words = row.split("|")
        further.setdefault(zone, []).append((zh, en, words, countries[zone]))
    chinese = [name for name, _ in [*cities.values(), *countries.values()]]
    chinese += [row[0] for rows in further.values() for row in rows]
    version = (ZONEINFO / "tzdata.zi").read_text().split("\n")[0].split()[-1]
    lines = [HEAD % version, f"pinyin {' '.join(pinyin(chinese))}\n"]
    lines += [f"useful {' '.join(names.USEFUL)}\n", f"then {' '.join(names.THEN)}\n"]
    lines += [f"country {zh};{words}\n" for zh, words in names.COUNTRY_WORDS.items()]
    for zone, country in countries.items():
        zh, en = cities[zone]
        country = ("" if name == own else name for name, own in zip(country, (zh, en), strict=True))
        english = "" if en == spelled(zone) else en
        words = (names.WORDS.get(zone, ""), ",".join(old.get(zone, [])))
        lines.append(";".join([zone, zh, *country, english, *words]).rstrip(";") + "\n")
        for zh, en, words, country in further.get(zone, []):
            abroad = () if country == countries[zone] else country
            lines.append(f"+{';'.join([zh, en, words, *abroad])}".rstrip(";") + "\n")
    return "".join(lines)


def main():
    written = text()
    if "--check" not in sys.argv:
        TARGET.write_text(written)
    elif TARGET.read_text() != written:
        sys.exit(f"{TARGET.name} is not what the sources say")


main()
