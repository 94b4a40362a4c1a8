"""Forms for the differential test: together they use the whole subset that a protocol may."""

CHOICES = """
list_name | name | label | place
yn | yes | Yes |
yn | no | No |
prov | on | ON |
prov | qc | QC |
prov | mb | MB |
city | ott | Ott | on
city | tor | Tor | on
city | mtl | Mtl | qc
city | win | Win | mb
sign | a | A | 1
sign | b | B | 1
sign | c | C | 2
sign | d | D | 3
"""

FORMS = {
    "relevance": """
type | name | label | relevant
select_one yn | a | a |
select_one yn | b | b | ${a} = 'yes'
begin_group | g | g | ${b} != 'no'
select_one yn | c | c | ${a} = 'yes' or ${b} = 'yes'
begin_group | h | h | ${c} = 'yes'
select_one yn | d | d |
note | n | n | ${d} = 'no'
end_group | | |
select_one yn | e | e | not(${d} = 'yes')
end_group | | |
select_multiple sign | f | f | selected(${e}, 'no') or ${g} = 'yes'
acknowledge | k | k | ${f} != ''
select_one yn | last | last | ${k} = 'OK' and boolean(${f})
""",
    "constraints": """
type | name | label | relevant | constraint | constraint_message | required
integer | age | age | | . >= 18 and . < 120 | old | yes
integer | more | more | ${age} > 20 | . > ${age} - 5 | more | ${age} > 30
decimal | part | part | | . <= 1 or . = round(., 1) | part |
date | from | from | | . <= today() | from | true()
date | to | to | ${from} != '' | . >= ${from} and . - ${from} < 3000 | to | ${from} > '2000-01-01'
select_multiple sign | sign | sign | | count-selected(.) <= 2 | two | ${age} < 20
text | z | z | | regex(., '^[A-Z]\\d[A-Z] ') or string-length(.) < 4 | code | selected(${sign}, 'a')
acknowledge | ok | ok | ${age} > 10 | | | yes
""",
    "numbers": """
type | name | label | calculation | default
integer | i | i | | 3
decimal | d | d | | 1.50
integer | j | j | |
calculate | c1 | | ${i} + ${d} * 2 - ${j} |
calculate | c2 | | ${i} div ${j} |
calculate | c3 | | ${i} mod 7 |
calculate | c4 | | -${i} mod ${j} |
calculate | c5 | | round(${d}, 2) |
calculate | c6 | | int(${d}) |
calculate | c7 | | round(${d} * ${i}) |
calculate | c8 | | min(${i}, ${j}) |
calculate | c9 | | max(${i}, ${d}, coalesce(${j}, 0)) |
calculate | c10 | | sum(/data/g/*) |
calculate | c11 | | pow(${i}, 3) + abs(${j}) |
calculate | c12 | | ${d} div 3 |
calculate | c13 | | number(${i}) = ${i} |
calculate | c14 | | if(${i} > ${j}, 'more', 'less') |
calculate | c15 | | coalesce(${j}, ${c14}) |
calculate | c16 | | number(${c2}) + 1 |
calculate | c17 | | ${i} * 1000000000000 * 1000000000 |
calculate | c18 | | ${d} div 100000000 |
calculate | c19 | | ${c1} > 10 and ${c7} < 100 |
calculate | c20 | | string(${c19} = 'true') |
calculate | c21 | | sqrt(${i}) + exp(1) + log(2) |
begin_group | g | g | |
integer | gi | gi | | 2
decimal | gd | gd | | 0.1
decimal | ge | ge | | 0.2
end_group | | | |
calculate | g1 | | max(/data/g/*) |
calculate | g2 | | min(${gi}, ${gd}, ${ge}) |
calculate | g3 | | count(/data/g/*) + count-non-empty(/data/g/*) |
calculate | g4 | | string(${g}) |
integer | ci | ci | ${d} * 3 |
decimal | cd | cd | ${i} |
calculate | c22 | | ${ci} + ${cd} |
""",
    "texts": """
type | name | label | calculation | default
text | t | t | | abc
text | u | u | |
integer | i | i | |
calculate | c1 | | concat(${t}, '-', ${u}, 3, true()) |
calculate | c2 | | join(', ', ${t}, ${u}, ${i}) |
calculate | c3 | | substr(${t}, 1, 3) |
calculate | c4 | | substr(${t}, -2) |
calculate | c5 | | substr(${t}, ${i}) |
calculate | c6 | | string-length(${t}) |
calculate | c7 | | contains(${t}, ${u}) |
calculate | c8 | | starts-with(${t}, 'a') |
calculate | c9 | | ends-with(${t}, 'c') |
calculate | c10 | | normalize-space(${u}) |
calculate | c11 | | translate(${t}, 'abx', 'AB') |
calculate | c12 | | regex(${t}, '^[a-z]+$') |
calculate | c13 | | regex(${u}, '(\\d{2}\u00a6x)') |
calculate | c14 | | substring-before(${u}, ' ') |
calculate | c15 | | substring-after(${u}, '-') |
calculate | c16 | | ${t} = ${u} |
calculate | c17 | | ${t} != ${u} and ${t} != '' |
calculate | c18 | | ${t} < ${u} |
calculate | c19 | | boolean-from-string(${c8}) |
calculate | c20 | | number(${u}) |
calculate | c21 | | once(${t}) |
calculate | c22 | | position(..) |
""",
    "dates": """
type | name | label | calculation | default
date | d | d | | today()
date | e | e | | 2001-02-03
integer | i | i | |
calculate | c1 | | format-date(${d}, '%Y/%m/%d %n %e %y %b') |
calculate | c2 | | ${d} - ${e} |
calculate | c3 | | int((today() - ${d}) div 365.25) |
calculate | c4 | | if(${d} = '' or ${i} = '', '', date(${d} + ${i})) |
calculate | c5 | | if(${d} = '', '', date(int(${d}) + 10)) |
calculate | c6 | | ${d} > ${e} |
calculate | c7 | | today() >= ${d} |
calculate | c8 | | string(today()) |
calculate | c9 | | format-date-time(now(), '%H:%M:%S.%3 %h') |
calculate | c10 | | decimal-date-time(${d}) |
calculate | c11 | | number(${d}) |
calculate | c12 | | format-date(today(), '%d') |
calculate | c13 | | decimal-time('18:30:00') |
calculate | c14 | | if(${d} = '', 'none', date(${d})) |
calculate | c15 | | now() > ${d} |
""",
    "choices": """
type | name | label | relevant | choice_filter | calculation | required
select_one prov | p | p | | | |
select_multiple city | c | c | | place = ${p} | | ${p} = 'on'
select_one city | one | one | ${p} != 'mb' | place = ${p} or name = 'win' | |
select_multiple sign | s | s | | | |
select_one sign | most | most | count-selected(${s}) > 1 | selected(${s}, name) | |
calculate | k1 | | | | count-selected(${c}) + count-selected(${s}) |
calculate | k2 | | | | selected-at(${s}, 1) |
calculate | k3 | | | | selected(${s}, ${most}) |
calculate | k4 | | | | instance('city')/root/item[name = ${one}]/place |
calculate | k5 | | | | count(instance('city')/root/item[place = ${p}]) |
calculate | k6 | | | | sum(instance('sign')/root/item[selected(${s}, name)]/place) |
calculate | k7 | | | | ${c} |
calculate | k8 | | | | checklist(1, 2, ${c} = 'ott', ${s} = 'a', ${p} = 'on') |
calculate | k9 | | | | weighted-checklist(2, 4, ${p}, 2, ${one}, 1, ${most}, 3) |
calculate | k10 | | | | count-non-empty(${p}) + count-non-empty(${c}) |
calculate | k11 | | | | join(' ', instance('city')/root/item[place = ${p}]/name) |
""",
    "defaults": """
type | name | label | relevant | default | calculation
select_one yn | a | a | | yes |
select_multiple sign | s | s | | a c |
integer | i | i | ${a} = 'yes' | 12 |
integer | j | j | | ${i} + 1 |
date | d | d | ${a} = 'no' | today() |
text | t | t | ${i} > 3 | word |
calculate | k | | ${j} > 10 | | concat(${t}, ${s}, ${i})
calculate | m | | | | once(concat(${t}, ${j}))
calculate | n | | ${a} = 'yes' | | once(${i})
integer | o | o | | | ${i} * 2
""",
}
"""By name: the sheet "survey"; a `¦` stands for the `|` of XPath."""
