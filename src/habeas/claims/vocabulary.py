"""The field's words as closed lists: each value is the word itself, as it stands in files, columns and pages."""

from enum import IntEnum, StrEnum


class ClaimType(StrEnum):
    """What sort of thing is claimed."""

    act = "act"
    state = "state"
    event = "event"
    attribute = "attribute"
    recognition = "recognition"
    figure = "figure"
    comparison = "comparison"
    measure_event = "measure_event"
    commitment = "commitment"
    assessment = "assessment"
    position = "position"
    forecast = "forecast"
    goal = "goal"
    offer = "offer"
    assurance = "assurance"
    denial = "denial"
    no_comment = "no_comment"
    sourcing = "sourcing"
    quotation = "quotation"
    rumour = "rumour"


class Modality(StrEnum):
    """How it is said to be so."""

    asserted = "asserted"
    claimed = "claimed"
    conditional = "conditional"
    hedged = "hedged"
    normative = "normative"
    insinuated = "insinuated"
    rumour = "rumour"
    attributed_belief = "attributed_belief"


class Polarity(StrEnum):
    """Whether it is said to be so or not to be so."""

    affirmed = "affirmed"
    denied = "denied"


class AttributionKind(StrEnum):
    """In what manner a link of the chain speaks."""

    reporter_voice = "reporter_voice"
    on_record = "on_record"
    official = "official"
    state_media = "state_media"
    anonymous = "anonymous"
    unnamed_group = "unnamed_group"
    document = "document"
    attributed_belief = "attributed_belief"


class Topic(StrEnum):
    """Which of the twelve accounts a claim belongs to."""

    tally = "tally"
    release = "release"
    sanctions = "sanctions"
    market = "market"
    negotiation = "negotiation"
    sourcing = "sourcing"
    contacts = "contacts"
    elections = "elections"
    alliance = "alliance"
    positions = "positions"
    condition = "condition"
    policy = "policy"


class AgentSort(StrEnum):
    """What sort of agent speaks or acts."""

    person = "person"
    organisation = "organisation"
    authorities = "authorities"
    medium = "medium"
    unnamed = "unnamed"
    voice = "voice"


class FigureKind(StrEnum):
    """What sort of number is stated."""

    stock = "stock"
    flow = "flow"
    share = "share"
    price = "price"
    volume = "volume"
    count = "count"  # type: ignore[assignment] # the word wins over the method of the same name
    age = "age"


class Comparator(StrEnum):
    """How the number stands to the quantity; `low` and `high` hold the numbers as printed."""

    equal = "="
    more = ">"
    at_least = ">="
    less = "<"
    at_most = "<="
    about = "~"


class Door(StrEnum):
    """Which row of the revolving door a number of people is; the first three are of a day, the others of a window."""

    held = "held"
    ever = "ever"
    former = "former"
    detained = "detained"
    recognised = "recognised"
    recognised_held = "recognised_held"
    recognised_freed = "recognised_freed"
    pardoned = "pardoned"
    term_served = "term_served"
    sent_abroad = "sent_abroad"
    died = "died"
    freed = "freed"
    detained_again = "detained_again"


class KnownBasis(StrEnum):
    """On what the day on which a claim was public rests."""

    published = "published"
    added = "added"
    list = "list"
    assumed = "assumed"


class Correction(StrEnum):
    """Whose correction a later entry of the same id is."""

    ours = "ours"
    source = "source"


class WithdrawalReason(StrEnum):
    """Why a claim ended."""

    source_retracted = "source_retracted"
    source_corrected = "source_corrected"
    register_error = "register_error"
    consent = "consent"
    legal = "legal"


DATED_WITHDRAWALS = frozenset({WithdrawalReason.source_retracted, WithdrawalReason.source_corrected})
HIDING_WITHDRAWALS = frozenset({WithdrawalReason.consent, WithdrawalReason.legal})


class LinkKind(StrEnum):
    """How one claim stands to another; only `contradicts` is the same in both directions."""

    contradicts = "contradicts"
    supports = "supports"
    repeats = "repeats"
    corrects = "corrects"


class Sameness(StrEnum):
    """What was judged of two records or two claims: one person or one act, two of them, or that nobody can say."""

    same = "same"
    different = "different"
    undecided = "undecided"


class Review(StrEnum):
    """Whether a claim stands as it was entered, or a person should look at it again."""

    accepted = "accepted"
    second_look = "second_look"


class Quantity(StrEnum):
    """What a rule counts: who is in on a day, who came in, who went out."""

    stock = "stock"
    inflow = "inflow"
    outflow = "outflow"


class CountedUnit(StrEnum):
    """In what a rule counts: each person once, each time that somebody came in or went out, each act."""

    persons = "persons"
    detentions = "detentions"
    events = "events"


class Period(StrEnum):
    """Over which days a flow runs, up to the day that is asked about: that day, its month or year so far, or all."""

    day = "day"
    month = "month"
    year = "year"
    ever = "ever"


class MeasureEventKind(StrEnum):
    """What was done to a measure."""

    announce = "announce"
    impose = "impose"
    amend = "amend"
    license = "license"
    extend = "extend"
    suspend = "suspend"
    expire = "expire"
    revoke = "revoke"
    delist = "delist"


class MeasureKind(StrEnum):
    """What a sanction does to its target."""

    listing = "listing"
    trade_ban = "trade_ban"
    transit_ban = "transit_ban"
    debt_ban = "debt_ban"
    payment_exclusion = "payment_exclusion"
    travel_ban = "travel_ban"
    air_ban = "air_ban"


class Access(IntEnum):
    """Who may see: a reader with a ceiling sees every level up to it. `nobody` is a withdrawal for consent or law."""

    public = 0
    partners = 1
    staff = 2
    sealed = 3
    nobody = 9


DEFAULT_ACCESS = Access.staff


class Reliability(StrEnum):
    """Admiralty grade of an agent or publisher."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Admiralty grade of one claim."""

    confirmed = "1"
    probably_true = "2"
    possibly_true = "3"
    doubtful = "4"
    improbable = "5"
    not_judged = "6"


NOT_JUDGED = (Reliability.F, Credibility.not_judged)
