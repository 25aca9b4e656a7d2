"""What two names have in common, as numbers: what `compare` weighs."""

from habeas.names.align import align, same_given
from habeas.names.alike import alike
from habeas.names.analyse import Analysed

NAMES = ("worst", "worst>.3", "worst>.5", "worst>.7", "worst>.85", "second", "second>.5", "second>.8", "mean",
 "single", "left_long", "left_short", "n_left", "n_left_short", "sur", "giv", "giv_none", "known", "cross", "smallest", "size",
 "named", "disjoint", "patro", "patro_bad", "gender", "tail", "hyphen", "initial", "initial_bad", "same", "rare", "sur>.5", "sur>.8", "giv>.5", "giv>.8", "p_left")  # fmt: skip
FAM = ("Arab", "Hebr", "Hani", "Kana", "Hang")
ALL = NAMES + tuple(F + x for F in FAM for x in ("", "*worst", "*worst>.5"))


def clip(x: float) -> float:
    return -0.5 if x < -0.5 else x


def evidence(a: Analysed, b: Analysed) -> list[float]:
    if b.original < a.original:
        a, b = b, a
    e = plain(a, b)
    f = family(a, b)
    for F in FAM:
        on = float(f == F)
        e += [on, on * e[0], on * max(0, e[0] - 0.5)]
    return e


def like_of(m) -> float:
    q = clip(m.like)
    if m.named > 0:
        return max(q, m.named * 0.9)
    return q


def plain(a: Analysed, b: Analysed) -> list[float]:
    n, m = len(a.words), len(b.words)
    if not n or not m:
        return [0.0] * (len(NAMES) + 0)
    found = align(a, b)
    core = []
    pat, named, disjoint, cross = 0.0, 0.0, 0.0, 0.0
    pat_seen = False
    sur = giv = None
    for x in found:
        pa = {a.parts[i].upper() for i in x.one}
        pb = {b.parts[i].upper() for i in x.other}
        q = like_of(x)
        if "P" in pa and "P" in pb:
            pat_seen = True
            pat = q
            continue
        if ("P" in pa and a.parts.count("P") and "P" not in b.parts) or ("P" in pb and "P" not in a.parts):
            # a patronymic that stands for a loose word
            if q > 0.5:
                continue
            if "P" in pa or "P" in pb:
                continue
        core.append((q, x))
        if x.named > 0 and x.like < 0.6: named = max(named, 1 - x.named + 0.2)
        if x.named < 0: disjoint += 1
        if ("S" in pa) != ("S" in pb): cross += 1
        if "S" in pa and "S" in pb: sur = q if sur is None else max(q, sur)
        if "G" in pa and "G" in pb: giv = q if giv is None else max(q, giv)
    if not core:
        core = [(like_of(x), x) for x in found]
    core.sort(key=lambda c: c[0])
    q = [c[0] for c in core]
    worst = q[0]
    second = q[1] if len(q) > 1 else q[0]
    sizes = [min(sum(len(a.words[i].codes[0]) for i in f.one), sum(len(b.words[i].codes[0]) for i in f.other)) for _, f in core]
    mean = sum(x * y for x, y in zip(q, sizes)) / max(1, sum(sizes))
    ua = {i for i in range(n) if a.parts[i] != "P"} - {i for f in found for i in f.one}
    ub = {i for i in range(m) if b.parts[i] != "P"} - {i for f in found for i in f.other}
    la, lb = (sum(len(w[i].codes[0]) for i in u) for w, u in ((a.words, ua), (b.words, ub)))
    ta, tb = sum(len(w.codes[0]) for w in a.words), sum(len(w.codes[0]) for w in b.words)
    sa, sb = la / ta, lb / tb
    if sur is None:
        sa_, sb_ = [i for i in range(n) if a.parts[i] in "Ss"], [i for i in range(m) if b.parts[i] in "Ss"]
        sur = max((clip(alike(a.words[i].word, b.words[j].word)) for i in sa_ for j in sb_), default=0.3)
    giv_none = 0.0
    if giv is None:
        giv_none = 1.0
        giv = 0.5
    # patronymic both but not aligned
    if not pat_seen and "P" in a.parts and "P" in b.parts:
        pat_seen = True
        pat = max(clip(alike(x.word, y.word)) for x, p in zip(a.words, a.parts) if p == "P" for y, r in zip(b.words, b.parts) if r == "P")
    gender = float(a.gender is not None and b.gender is not None and a.gender != b.gender)
    tails = 0.0
    for _, f in core:
        if len(f.one) == len(f.other) == 1 and f.like < 1:
            i, j = f.one[0], f.other[0]
            if a.parts[i] in "Ss" and b.parts[j] in "Ss" and a.words[i].tail != b.words[j].tail: tails = 1.0
    matched_a = {a.within[i] for f in found for i in f.one}
    matched_b = {b.within[i] for f in found for i in f.other}
    hyphen = float(any(a.within[i] in matched_a for i in ua) or any(b.within[i] in matched_b for i in ub))
    ini = ini_bad = 0.0
    for p, r in ((a, b), (b, a)):
        others = [w for w, t in zip(r.words, r.parts) if t not in "Ss"] + list(r.initials)
        for w in p.initials:
            if w.codes[0] and others:
                if any(w.codes[0][0] in {c[0] for c in o.codes if c} for o in others): ini += 0.5
                else: ini_bad += 0.5
    p_left = float(("P" in a.parts) != ("P" in b.parts))
    ks = ("S" in a.parts) + ("S" in b.parts)
    return [
        worst, max(0, worst - .3), max(0, worst - .5), max(0, worst - .7), max(0, worst - .85),
        second, max(0, second - .5), max(0, second - .8), mean,
        len(found) == 1, max(sb, sa), min(sa, sb), max(len(ua), len(ub)), min(len(ua), len(ub)), sur, giv, giv_none, ks, cross, min(sizes[0], 8) , min(sum(sizes), 20),
        named, disjoint, max(0, pat - .6) if pat_seen else 0.0, max(0, .6 - pat) if pat_seen else 0.0, gender, tails, hyphen, ini, ini_bad, worst > .999,
        min(sizes[0], 8) * max(0, worst - .5), max(0, sur - .5), max(0, sur - .8), max(0, giv - .5), max(0, giv - .8), p_left,
    ]  # fmt: skip


def family(a: Analysed, b: Analysed) -> str:
    fs = {w.script for w in a.words} | {w.script for w in b.words}
    for f in ("Hani", "Kana", "Hang", "Hebr", "Arab"):
        if f in fs:
            return f
    return "other"
