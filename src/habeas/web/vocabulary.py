"""Words of the vocabulary that a page says otherwise than the record writes them, each marked to be translated."""

from habeas.claims.wording import form

COMPARATORS = {
    ">": form("more than"),
    ">=": form("at least"),
    "<": form("fewer than"),
    "<=": form("at most"),
    "~": form("about"),
    "=": "",
}
RELIABLE = {
    "A": form("reliable"),
    "B": form("usually reliable"),
    "C": form("fairly reliable"),
    "D": form("not usually reliable"),
    "E": form("unreliable"),
    "F": form("not judged"),
}
CREDIBLE = {
    "1": form("confirmed"),
    "2": form("probably true"),
    "3": form("possibly true"),
    "4": form("doubtful"),
    "5": form("improbable"),
    "6": form("not judged"),
}
TIES = {
    "contradicts": form("disagrees with"),
    "supports": form("supports"),
    "supported_by": form("supported by"),
    "repeats": form("repeats"),
    "repeated_by": form("repeated by"),
    "corrects": form("corrects"),
    "corrected_by": form("corrected by"),
}
STATES = {
    "police": form("in police custody"),
    "pretrial": form("awaiting or on trial"),
    "serving": form("serving a sentence"),
    "home": form("confined at home"),
    "restricted": form("under restrictions"),
    "unknown": form("in custody, not said how"),
}
BASES = {
    "published": form("the day on which it was published"),
    "added": form("the day on which the row was added"),
    "list": form("the day of the list"),
    "assumed": form("no day is shown: at the latest the day on which it was recorded"),
}

# Words that the record leaves open: those that a catalogue has are translated, others stand as they are written.
MET = {
    "shapes": (form("disc"), form("ring"), form("lozenge"), form("square")),
    "roles": (
        *(form("subject"), form("met"), form("with"), form("receives"), form("speaks"), form("silent"), form("party")),
        *(form("frees"), form("by courtesy of"), form("issuer"), form("employer"), form("target"), form("relation")),
        *(form("body"), form("mediator"), form("publisher"), form("victim"), form("beside"), form("to")),
    ),
    "properties": (
        *(form("birth"), form("death"), form("sex"), form("citizenship"), form("region"), form("occupation")),
        *(form("office"), form("age"), form("education"), form("description"), form("state"), form("health")),
        *(
            form("identifier"),
            form("property"),
            form("value"),
            form("criteria"),
            form("demand"),
            form("withdrawn"),
            form("undertakes"),
        ),
        *(form("month"), form("day"), form("year"), form("week"), form("ever"), form("rule"), form("lens")),
    ),
    "figures": (
        *(form("people in custody"), form("women in custody"), form("people freed"), form("people newly recognised")),
        *(form("people ever recognised"), form("former political prisoners"), form("political prisoners")),
        *(
            form("political prisoners in Belarus"),
            form("political prisoners in Zalesia"),
            form("people imprisoned in Belarus"),
            form("people detained"),
        ),
        *(form("people ever recognised as political prisoners in Belarus"), form("people pardoned")),
    ),
    "details": (
        *(form("announces"), form("articles"), form("basis"), form("bodies"), form("cites"), form("covers")),
        *(
            form("ex post facto"),
            form("excludes"),
            form("facility"),
            form("ground"),
            form("high"),
            form("in return for"),
        ),
        *(
            form("instrument"),
            form("kind"),
            form("licence"),
            form("low"),
            form("measure"),
            form("part of"),
            form("place"),
        ),
        *(form("population"), form("printed"), form("regime"), form("setting"), form("term"), form("terms")),
        *(form("than"), form("until"), form("when"), form("yes")),
    ),
    "totals": (
        form("documents"),
        form("claims"),
        form("people"),
        form("groups"),
        form("lists"),
        form("stated figures"),
    ),
}
ASKED = (form("type"), form("topic"), form("modality"), form("kind of link"), form("claim"))  # what a wrong word is not
TAKEN = (
    *(form("line"), form("months"), form("figure"), form("published"), form("measures"), form("freed"), form("cells")),
    *(form("said"), form("about"), form("near"), form("here"), form("steps"), form("changes"), form("surface")),
    *(form("delays"), form("days"), form("checks"), form("keepers"), form("rounds"), form("bridge"), form("patterns")),
    *(form("standings"), form("commitments"), form("documents"), form("custody"), form("series"), form("editions")),
    *(form("names"), form("queue"), form("matched"), form("conflicts"), form("first"), form("second"), form("counted")),
    *(form("shares"),),
)  # tables and charts that can be taken from a page
NAMES = (form("every accepted claim"),)  # of what every register has
CONDITIONS = (
    *(form("speakers"), form("kinds"), form("modalities"), form("polarity"), form("reliability"), form("credibility")),
    form("review"),
)  # of a lens, by which it does not admit a claim
SPEAKERS = (form("a protected source"), form("the document's own voice"), form("not named"))
