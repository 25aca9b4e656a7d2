"""What is public in Zalesia: a report with its case file, another of state television, and a list of people."""

COURIER = """ZARECHE. Three prisoners were driven to the western border before dawn on Wednesday.
The Lantern Group put the number still held at 412 this week. The Harbour List has 431.
“A good many more could follow,” a senior official told an envoy, one of those at the dinner recalled.
Iosif Koliada-Nebesny remains in Prison No. 4, where his sister last saw him in late October.
Women are 38 of them, the Lantern Group said.
"""
# The Courier's case: two lists that differ, a part of one, an offer through a protected source, and one person by name.
CASE = """
[case]
vouched_by = "Marta Veres"
access = "public"
[document]
file = "courier.txt"
title = "Families count the days as the talks go on"
publisher = "The Bystritsa Courier"
author = "Marta Veres"
language = "en"
published = "2025-11-14"
[agents.lantern]
name = "Lantern Group"
[agents.harbour]
name = "Harbour List"
[agents.official]
name = "a senior official"
sort = "unnamed"
[agents.envoy]
name = "an envoy"
sort = "unnamed"
[agents.sister]
name = "his sister"
sort = "unnamed"
[records.koliada]
name = "Iosif Koliada-Nebesny"
[cited.bulletin]
citation = "Lantern Group, weekly bulletin 46"
title = "Bulletin 46"
publisher = "Lantern Group"
published = "2025-11-13"
[[claims]]
words = "put the number still held at 412 this week"
type = "figure"
topics = ["tally"]
statement = "412 people are held as political prisoners."
when = { edtf = "2025-11-10/2025-11-14", original = "this week", meaning = "as_of" }
attribution = [{ agent = "lantern", kind = "on_record" }]
cites = ["bulletin"]
[claims.figure]
subject = "people in custody"
population = "political prisoners"
kind = "stock"
unit = "persons"
value = 412
printed = "412"
[[claims]]
words = "The Harbour List has 431"
type = "figure"
topics = ["tally"]
statement = "431 people are held as political prisoners."
when = { edtf = "2025-11-10/2025-11-14", original = "this week", meaning = "as_of" }
attribution = [{ agent = "harbour", kind = "on_record" }]
[claims.figure]
subject = "people in custody"
population = "political prisoners"
kind = "stock"
unit = "persons"
value = 431
[[claims]]
words = "Women are 38 of them"
type = "figure"
topics = ["tally"]
statement = "38 of those held are women."
when = { edtf = "2025-11-10/2025-11-14", original = "this week", meaning = "as_of" }
figure = { subject = "women in custody", kind = "stock", unit = "persons", value = 38, part_of = "people in custody" }
attribution = [{ agent = "lantern", kind = "on_record" }]
[[claims]]
words = "A good many more could follow"
type = "offer"
topics = ["negotiation"]
statement = "More could be freed if the limits on timber are eased."
modality = "conditional"
attribution = [
  { source = "0123456789abcdef0123456789abcdef", kind = "anonymous", terms = "not to be named" },
  { agent = "envoy", kind = "anonymous" },
  { agent = "official", kind = "official" },
]
[[claims]]
words = "remains in Prison No. 4, where his sister last saw him in late October"
type = "act"
topics = ["tally"]
statement = "Iosif Koliada-Nebesny is held in Prison No. 4."
when = { edtf = "2025-10-2X", original = "late October", meaning = "state_seen" }
act = { kind = "held", record = "koliada", facility = "Prison No. 4", state = "serving" }
place = { name = "Zareche", country = "ZZ" }
participants = [{ role = "subject", record = "koliada", name = "Язэп Каляда-Нябесны", script = "Cyrl" }]
attribution = [{ kind = "reporter_voice" }, { agent = "sister", kind = "on_record" }]
"""
# What state television said, read in a document that is known by its fingerprint only.
TELEVISION = """
[case]
vouched_by = "Marta Veres"
[document]
sha256 = "7e1e0000000000000000000000000000000000000000000000000000000000aa"
title = "Вячэрнія навіны"
language = "be"
address = "https://tv.example/evening"
published = "2025-11-12~"
[agents.presenter]
name = "evening presenter"
sort = "person"
[[claims]]
start = 20
end = 60
passage = "7e1e0000000000000000000000000000000000000000000000000000000000bb"
type = "denial"
topics = ["negotiation"]
statement = "Prisoners are traded."
polarity = "denied"
modality = "claimed"
attribution = [{ agent = "presenter", kind = "state_media" }]
"""
# A list without a date: when its rows were known is assumed.
PEOPLE = """name,key,detained,released,born,source
Aryna Žytsen-Haiova,1,2021-08,,1990-01-02,court list 7
Каця Ліпень-Бор,2,2022-02-03,2025-11-12,1971-03-04,court list 7
Pavel Harbar,3,2023-05-06,2025-11,1985-06-07,court list 9
"""
