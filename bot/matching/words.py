"""Words of English that carry no topic, irregular forms, and numbers: what the stemmer does not know."""

from __future__ import annotations

STOP = frozenset(
    """
    a an the this that these those there here it its itself he she his her hers him they them their theirs
    i me my mine we us our ours you your yours one ones someone somebody anyone anybody everyone nobody
    who whom whose what which when where why how whether
    am is are was were be been being do does did done doing have has had having will would shall should can could
    may might must ought
    and or but nor so yet if then than because as while though although unless until till
    of in on at by for with about into onto over under from to up down out off between among through during before
    after since above below against within without across along around toward towards upon per via
    not no never none
    all any both each few more most much many other others another some such only own same too very just also even
    still already again once ever else really quite rather almost actually exactly basically simply kind sort
    s t d ll re ve m
    """.split()
)

# What people type to a program, not to a report, where it stands alone.
COMMANDS = frozenset("help stop quit exit menu start cancel info".split())
VAGUE = frozenset("happen happens happened happening".split())  # `what happened?` names nothing that did
FILLER = frozenset(
    """
    hi hello hey hiya yo bonjour greetings dear thanks thank thx ty cheers please pls plz kindly ok okay well um uh hmm
    lol btw fyi imo tbh guys folks team everybody sorry excuse quick question dumb silly ask asking asked wonder
    wondering curious tell know knows explain remind say says anything something thing things stuff get gets got
    want wants need needs like let lets possible possibly maybe perhaps right yeah yes yep nope mean means
    understand figure find give gives chance idea clue according apparently supposedly
    today now lately article report story piece text reads
    """.split()
)

NEGATION = frozenset("not no never none nobody nothing neither nor without".split())
SUPERLATIVES = frozenset(
    """
    first last latest only biggest largest worst deadliest highest longest oldest newest strongest best all every
    entire always solely
    """.split()
)
CALENDAR = frozenset(
    """
    january february april june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday
    """.split()
)

CONTRACTED = {
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "wont": ("will", "not"),
    "dont": ("do", "not"),
    "doesnt": ("does", "not"),
    "didnt": ("did", "not"),
    "isnt": ("is", "not"),
    "arent": ("are", "not"),
    "wasnt": ("was", "not"),
    "werent": ("were", "not"),
    "hasnt": ("has", "not"),
    "havent": ("have", "not"),
    "hadnt": ("had", "not"),
    "wouldnt": ("would", "not"),
    "couldnt": ("could", "not"),
    "shouldnt": ("should", "not"),
    "aint": ("is", "not"),
    "whos": ("who", "is"),
    "whats": ("what", "is"),
    "wheres": ("where", "is"),
    "whens": ("when", "is"),
    "hows": ("how", "is"),
    "thats": ("that", "is"),
    "theres": ("there", "is"),
    "theyre": ("they", "are"),
    "theyve": ("they", "have"),
    "theyll": ("they", "will"),
    "youre": ("you", "are"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "abt": ("about",),
    "n": ("and",),
    "bc": ("because",),
    "cuz": ("because",),
    "w": ("with",),
    "r": ("are",),
    "u": ("you",),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "teh": ("the",),
    "adn": ("and",),
    "hwo": ("how",),
    "wy": ("why",),
    "wil": ("will",),
    "wich": ("which",),
    "wat": ("what",),
    "wut": ("what",),
    "wot": ("what",),
    "wen": ("when",),
    "thier": ("their",),
    "alot": ("a", "lot"),
    "ppl": ("people",),
    "govt": ("government",),
    "b4": ("before",),
    "ur": ("your",),
}

IRREGULAR = {
    form: base
    for base, forms in {
        "attack": "attacker attackers",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "cut": "cutting",
        "die": "died dies dying dead death deaths",
        "drive": "drove driven",
        "fall": "fell fallen",
        "fight": "fought",
        "flee": "fled",
        "fly": "flew flown flight",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone goes",
        "grow": "grew grown growth",
        "hide": "hid hidden",
        "hit": "hitting",
        "hold": "held",
        "keep": "kept",
        "kill": "killer killers",
        "know": "knew known",
        "lead": "led leader leaders",
        "leave": "left",
        "lie": "lay lain",
        "lose": "lost loss losses",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "put": "putting",
        "read": "reading",
        "rise": "rose risen",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot shots",
        "speak": "spoke spoken speech",
        "spend": "spent",
        "spread": "spreading",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "win": "won",
        "withdraw": "withdrew withdrawn withdrawal",
        "write": "wrote written writer",
    }.items()
    for form in forms.split()
}

NUMBERS = (
    {
        word: str(value)
        for value, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen".split()
        )
        if word != "one"
    }
    | {
        word: str(value)
        for word, value in zip(
            "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million".split(),
            (20, 30, 40, 50, 60, 70, 80, 90, 100, 1000, 1_000_000),
            strict=True,
        )
    }
    | {"twice": "2", "thrice": "3", "dozen": "12"}
)
