"""What the kinds know of English: words that turn a sentence round, and how to deny one."""
import re

SIDES = [("left", "right")]
COMPARED = [("more often", "less often"), ("more", "less"), ("longer", "shorter"), ("before", "after"),
            ("lower your", "raise your"),
            ("first", "last"), ("most", "fewest"), ("higher than", "lower than"), ("stronger", "weaker"),
            ("faster", "slower"),
            ("larger", "smaller"), ("better", "worse"), ("always", "never"), ("strong", "weak"), ("low", "high"),
            ("earlier", "later"), ("easier", "harder"), ("increases", "reduces"), ("raises", "lowers"),
            ("begins", "ends"), ("starts", "ends"), ("top", "bottom"), ("old", "young"), ("older", "younger"),
            ("longest", "shortest"), ("highest", "lowest"), ("many", "few"), ("at least", "at most"),
            ("up to", "at least"), ("safe", "unsafe"), ("with", "without"), ("every", "no")]
DIRECTIONS = [("up", "down"), ("forward", "backward"), ("ahead of", "behind"), ("front", "back"), ("lift", "lower"),
              ("raise", "lower"), ("bend", "straighten"), ("toward", "away from"), ("above", "below"),
              ("top", "bottom"), ("inside", "outside"), ("together", "apart"), ("open", "close"),
              ("ceiling", "floor"), ("in front of", "behind"), ("beside", "on top of"), ("upper", "lower"),
              ("lifts", "lowers"), ("lifted", "lowered"), 
              ("straight", "bent"), ("heel", "toes"), ("stretches", "strengthens"), ("high", "low"),
              ("sit", "stand"), ("to the side", "to the back"),
              ("facing forward", "facing backward")]
OPERATORS = [("most", "fewest"), ("first", "last"), ("before", "after"), ("longest", "shortest"), ("good", "bad"),
             ("helps", "harms"), ("help", "harm"), ("starts", "ends"), ("begins", "ends"), ("start", "end"),
             ("least", "most"), ("more", "less"), ("safe", "unsafe"), ("right after", "right before"), ("next", "last"),
             ("prevent", "cause"), ("raise", "lower"), ("raises", "lowers")]
REVERSED = [("slowly", "quickly"), ("gently", "hard"), ("keep breathing", "hold your breath"),
            ("stop if", "keep going if"),
            ("better", "worse"), ("before", "after"), ("only as far as", "further than"),
            ("does not replace", "replaces"),
            ("ask", "do not ask"), ("good form", "poor form"), ("sturdy", "shaky"), ("short", "long"),
            ("unsteady", "steady"),
            ("ease", "increase"), ("light", "heavy"), ("gentle", "hard"), ("mild", "strong"),
            ("stop when", "keep going when"),
            ("talk to your doctor", "do not talk to your doctor"), ("avoid", "try"), ("go easy", "go all out"),
            ("hold on to", "let go of"), ("keep it gentle", "keep it hard"), ("too hard", "too soft")]
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
AUXILIARIES = ["is", "are", "was", "were", "can", "may", "will", "should", "must", "could", "would"]
# A verb in its plain form, and in the third person.
VERBS = {"get": "gets", "need": "needs", "help": "helps", "look": "looks", "use": "uses", "hold": "holds",
         "start": "starts", "begin": "begins", "end": "ends", "keep": "keeps", "make": "makes", "rest": "rests",
         "take": "takes", "work": "works", "lower": "lowers", "raise": "raises", "strengthen": "strengthens",
         "stretch": "stretches", "cause": "causes", "prevent": "prevents", "improve": "improves", "come": "comes",
         "mean": "means", "stand": "stands", "bend": "bends", "grow": "grows", "lift": "lifts", "fall": "falls"}


def third_person(verb):
    return VERBS.get(verb) or verb + ("es" if verb.endswith(("o", "s", "x", "ch", "sh")) else "s")


def instead(match, new, group=0):
    """The text that was searched, with `new` for what was found."""
    return match.string[: match.start(group)] + new + match.string[match.end(group) :]


def cased(word, like):
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def swapped(value, opposites):
    """(the text with one word turned round, that word), for each such word."""
    table = {}
    for one, other in opposites:
        table.setdefault(one, other)
        table.setdefault(other, one)
    found = r"(?<![\w-])(" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")(?![\w-])"
    for match in re.finditer(found, value, re.IGNORECASE):
        word, other = match.group(), table[match.group().lower()]
        before = value[: match.start()]
        if article := re.search(r"\b([Aa])n? $", before):
            before = before[: article.end(1)] + ("n " if other[0] in "aeiou" else " ")
        yield before + cased(other, word) + value[match.end() :], word.lower()


def denied(sentence):
    """The first sentence of a text with `not` put in, or taken out; None where its verb is not known, and where `only`,
    `no` or `never` leaves it open what the other would be."""
    if re.search(r"(?i)\b(only|no|never|nobody|none)\b", sentence):
        return None
    if match := re.search(r"(?i)\b(do|does) not ", sentence):
        rest = sentence[match.end() :]
        verb = rest.split(" ")[0]
        if match.group(1).lower() == "does":
            verb, rest = third_person(verb), rest[len(verb) :]
            return sentence[: match.start()] + verb + rest
        return sentence[: match.start()] + cased(rest, match.group())
    if match := re.search(r"\b(cannot)\b|,? not\b", sentence):
        if match.group() == "cannot":
            return instead(match, "can")
        if not match.group().startswith(","):
            return instead(match, "")
    begin = re.split(r"(?<=[.?!]) ", sentence)[0]
    after = sentence[len(begin) :]
    if match := re.search(rf"\b({'|'.join(AUXILIARIES)})\b", begin):
        word = match.group()
        return instead(match, "cannot" if word == "can" else word + " not") + after
    if match := re.match(r"(You|They|People|We) (?=\w)", begin):
        return sentence[: match.end()] + "do not " + sentence[match.end() :]
    singular = {many: one for one, many in VERBS.items()}
    if match := re.search(rf"(?<=\w )\b({'|'.join(singular)})\b", begin):
        return instead(match, "does not " + singular[match.group()]) + after
    if match := re.search(rf"(?<=s )\b({'|'.join(VERBS)})\b", begin):
        return instead(match, "do not " + match.group()) + after
    return None


def other_numbers(value):
    """(the text with one number changed, that number), for figures and words that count or measure."""
    for match in re.finditer(r"(?<![\w{.@-])(\d+)(?![\w}.-])|(?<![\w{.-])(" + "|".join(NUMBERS[2:]) + r")(?= [a-z])",
                             value, re.IGNORECASE):
        word = match.group()
        if word.isdigit():
            yield instead(match, str(int(word) + (5 if int(word) >= 10 else 1))), word
        else:
            other = NUMBERS[(NUMBERS.index(word.lower()) + 1) % len(NUMBERS)] if word.lower() != "twelve" else "eleven"
            yield instead(match, cased(other, word)), word.lower()


def with_sentence(value, sentence):
    """A text with one more sentence at its end."""
    body = value.rstrip()
    return body + ("" if body[-1:] in ".!?:" else ".") + " " + sentence + value[len(body) :]


def first_small(text):
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def spoken(number):
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
