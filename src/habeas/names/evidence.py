"""What two names have in common, as numbers: what `compare` weighs."""

from habeas.names.align import align
from habeas.names.alike import alike
from habeas.names.analyse import Analysed

NAMES = ("worst", "worst>.3", "worst>.5", "worst>.7", "worst>.85", "second", "second>.5", "second>.8", "mean",
 "single", "left_long", "left_short", "n_left", "n_left_short", "last", "first", "known", "cross", "smallest", "size", "both_known_s", "surname", "given", "same",
 "rare")  # fmt: skip
FAMILIES = ("Latn", "Cyrl", "Arab", "Hebr", "Hani", "Kana", "Hang", "other")


FAM = ("Arab", "Hebr", "Hani", "Kana", "Hang")
ALL = NAMES + tuple(F + x for F in FAM for x in ("", "*worst", "*worst>.5"))


def clip(x: float) -> float:
    return -0.5 if x < -0.5 else x


def evidence(a: Analysed, b: Analysed) -> list[float]:
    e = plain(a, b)
    f = family(a, b)
    for F in FAM:
        on = float(f == F)
        e += [on, on * e[0], on * max(0, e[0] - 0.5)]
    return e


def plain(a: Analysed, b: Analysed) -> list[float]:
    n, m = len(a.words), len(b.words)
    if not n or not m:
        return [0.0] * (len(NAMES) + 0)
    found = sorted(align(a.words, b.words))
    q = [clip(f.like) for f in found]
    worst = q[0]
    second = q[1] if len(q) > 1 else q[0]
    sizes = [
        min(sum(len(a.words[i].codes[0]) for i in f.one), sum(len(b.words[i].codes[0]) for i in f.other)) for f in found
    ]
    mean = sum(x * y for x, y in zip(q, sizes)) / max(1, sum(sizes))
    ua = set(range(n)) - {i for f in found for i in f.one}
    ub = set(range(m)) - {i for f in found for i in f.other}
    la, lb = (sum(len(w[i].codes[0]) for i in u) for w, u in ((a.words, ua), (b.words, ub)))
    ta, tb = sum(len(w.codes[0]) for w in a.words), sum(len(w.codes[0]) for w in b.words)
    if (n, ta) > (m, tb):
        sa, sb = lb / tb, la / ta
        na, nb = len(ub), len(ua)
    else:
        sa, sb = la / ta, lb / tb
        na, nb = len(ua), len(ub)
    sura = [i for i in range(n) if a.parts[i] == "s"] or [n - 1]
    surb = [i for i in range(m) if b.parts[i] == "s"] or [m - 1]
    giva = [i for i in range(n) if a.parts[i] == "g"] or list(range(n - 1))
    givb = [i for i in range(m) if b.parts[i] == "g"] or list(range(m - 1))
    pairs = {(i, j): f.like for f in found for i in f.one for j in f.other}

    def best(A, B):
        return max(
            (pairs.get((i, j), clip(alike(a.words[i].word, b.words[j].word))) for i in A for j in B), default=0.0
        )

    s = clip(best(sura, surb))
    g = clip(best(giva, givb))
    cross = sum(1 for f in found if (set(f.one) & set(sura)) and not (set(f.other) & set(surb)))
    ks = ("s" in a.parts) + ("s" in b.parts)
    return [
        worst, max(0, worst - .3), max(0, worst - .5), max(0, worst - .7), max(0, worst - .85),
        second, max(0, second - .5), max(0, second - .8), mean,
        len(found) == 1, sb, sa, nb, na, s, g, ks, cross, min(sizes[0], 8) , min(sum(sizes), 20),
        ks == 2, s * (ks > 0), g * (ks > 0), worst > .999,
        min(sizes[0], 8) * max(0, worst - .5),
    ]  # fmt: skip


def family(a: Analysed, b: Analysed) -> str:
    fs = {w.script for w in a.words} | {w.script for w in b.words}
    for f in ("Hani", "Kana", "Hang", "Hebr", "Arab"):
        if f in fs:
            return f
    return "other"
