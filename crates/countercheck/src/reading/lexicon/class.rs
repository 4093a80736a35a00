//! Classes of words: parts of speech, and the parts that single words play in the rules.

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Classes([u64; WORDS]);

/// Enough for the classes below.
const WORDS: usize = 4;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of the constants")]
        enum Bit {
            $($name,)*
        }

        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self::bit(Bit::$name as usize);)*

            /// The class of this name, in small letters, in the lexicon files.
            pub fn named(name: &str) -> Option<Self> {
                const NAMED: &[(&str, Classes)] = &[$((stringify!($name), Classes::$name),)*];
                NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, class)| *class)
            }
        }
    };
}

// Parts of speech and small closed classes: grammar.tsv, but for those that another file gives.
classes! {
    /// "the", "these", "his".
    DETERMINER;
    /// "a", "an".
    ARTICLE;
    /// "in", "of", "after".
    PREPOSITION;
    /// "and", "while".
    CONJUNCTION;
    /// "they", "who".
    PRONOUN;
    /// Pronouns that stand for a speaker.
    PERSON_PRONOUN;
    /// "is", "have", "will".
    AUXILIARY;
    /// Forms of "be".
    COPULA;
    /// Forms of "have".
    HAVE;
    /// "not".
    NEGATION;
    /// Adverbs that no noun phrase contains.
    ADVERB;
    /// "more", "another": on top of an earlier figure.
    INCREMENT;
    /// Adjectives before their noun, where most stand behind.
    PREMODIFIER;
    /// Nouns for people.
    PERSON;
    /// Those of them that say nothing of who the people are.
    ANYBODY;
    /// Verbs that are easily taken for nouns.
    VERB;
    /// "Mr", "Gen".
    TITLE;
    /// A full stop after it does not end a sentence.
    ABBREVIATION;
    /// Days of the week.
    WEEKDAY;
    /// "am", "pm".
    MERIDIEM;
    /// Verbs of saying (sources.tsv).
    SAYS;
    /// Verbs of counting, whose subject is the counter (sources.tsv).
    COUNTS;
    /// Nouns that carry figures for somebody: "figures", "report" (sources.tsv).
    VESSEL;
    /// Bodies that speak: "ministry", "union" (sources.tsv).
    BODY;
    /// Verbs that set a figure where their subject is a speaker: "the union puts it at 300" (sources.tsv).
    SETS;
    /// Nouns of events (events.tsv).
    EVENT;
    /// Any first word of a unit (units.tsv).
    UNIT;
    /// A full stop between it and a number does not end a sentence: "No. 5", "Sept. 11".
    NUMBERED;
    /// "early", "late": narrow a date.
    NARROWS_DATE;
    /// "today", "yesterday".
    RELATIVE;
    /// "last", "this", "next" before a unit of time.
    NEARNESS;
    /// Words that make the number behind them a name: "Flight 370".
    LABEL;
    /// "concerned", "talk": the "about" behind them is no qualifier.
    GOVERNS_ABOUT;
    /// "rose", "up": the number behind is a growth.
    RISES;
    /// "fell", "down": the number behind is a loss.
    FALLS;
    /// "cost", "reached": the subject is as much as the number behind.
    AMOUNTS;

    // Parts that words play in the rules: roles.tsv.

    /// "and".
    AND;
    /// "or".
    OR;
    /// "of".
    OF;
    /// "to": the upper end of a range follows.
    TO;
    /// "from": the lower end of a range follows.
    FROM;
    /// "a" before an object that is a person: "detuvo a 40".
    PERSONAL_TO;
    /// Verbs of change that do not say which way: "went from 3 to 5".
    TURNS;
    /// "to" and "from", behind which a verb of change states a level.
    LEVEL;
    /// "between".
    BETWEEN;
    /// "until".
    UNTIL;
    /// "in".
    IN;
    /// "on".
    ON;
    /// "at".
    AT;
    /// "by": the agent follows.
    BY;
    /// "by": the amount of a change follows.
    STEP;
    /// "as".
    AS;
    /// "than".
    THAN;
    /// The definite article.
    THE;
    /// The "s" of "country's".
    POSSESSIVE;
    /// "out", as in "three out of ten".
    OUT;
    /// "over", as in "one over twenty".
    OVER;
    /// "every", as in "one in every five".
    EVERY;
    /// "per", "each": the unit of a rate follows.
    PER;
    /// "worth".
    WORTH;
    /// "plus", as in "plus or minus 3".
    PLUS;
    /// "minus".
    MINUS;
    /// "point": decimals follow.
    POINT;
    /// "half".
    HALF;
    /// A half by itself: "half", "mitad".
    STANDS_HALF;
    /// Verbs of saying that have "of" before the number: "the organisers spoke of 1,000".
    SPEAKS_OF;
    /// Behind "half", what no half is taken of: "half mast", "half time".
    NO_HALF;
    /// A half that "and" joins without an article: "millón y medio".
    BARE_HALF;
    /// An "and" that joins tens and units alone: "treinta y dos".
    TENS_AND;
    /// A scale that needs no number before it: "mil".
    BARE_SCALE;
    /// Nouns for a number that an article stands before: "a dozen".
    COLLECTIVE;
    /// "parte", behind a rank that divides: "una cuarta parte".
    PART_NOUN;
    /// Before a share, an article or what holds one: "del 5 %".
    SHARE_ARTICLE;
    /// "one".
    ONE;
    /// The "one" behind these words counts nothing: "no one".
    IDLE_BEFORE_ONE;
    /// The "one" before these words counts nothing: "one of the", "one day".
    IDLE_BEHIND_ONE;
    /// Behind the digits of a rank: "st", "th".
    RANK_SUFFIX;
    /// What is ranked without being counted: "the third quarter", "the first time".
    RANKED;
    /// "times", as a factor.
    TIMES;
    /// Multiples that say how often, unless they compare: "twice".
    OCCASIONS;
    /// Multiples that need nothing behind them: "doubled", "sevenfold".
    STANDS_ALONE;
    /// Behind "times" as a factor: "three times as many".
    COMPARES;
    /// A vague plural that a number may stand before: "two dozens".
    COUNTED_DOZENS;
    /// Vague plurals of scales: "hundreds", "dozens".
    PLURAL_SCALE;
    /// Vague words that count only before "of": "scores of", "a handful of".
    OF_SOMETHING;
    /// "couple", as in "a couple of days".
    COUPLE;
    /// "number", as in "a number of people".
    A_NUMBER;
    /// "many".
    MANY;
    /// Vague words that are determiners as well: "some".
    SOME;
    /// "few".
    FEW;
    /// The "many" behind these words counts nothing: "how many".
    DEGREE;
    /// The "few" behind these words counts nothing: "quite few".
    QUITE;
    /// "most", as in "most of them".
    MOST;
    /// "majority".
    MAJORITY;
    /// "about", which verbs of saying govern as well.
    ABOUT;
    /// "over" and "under", which mean "during" before a length of time.
    DURING;
    /// Behind these words a length of time is bounded all the same: "for over two days".
    LASTS;
    /// "magnitude".
    MAGNITUDE;
    /// "measured", said of earthquakes.
    MEASURED;
    /// One earthquake.
    QUAKE;
    /// "old" and "long", between a unit and what is counted.
    AGED_UNIT;
    /// "fewer", "less", right behind a number.
    FEWER;
    /// "higher", "lower", right behind a number.
    HIGHER;
    /// Words of change that stand behind a noun as adverbs: "sales up".
    ADVERB_OF_CHANGE;
    /// "another", "further": on top of an earlier figure.
    ADDED;
    /// What stands between a verb and its amount: "rose to", "fell by".
    BEFORE_AMOUNT;
    /// "lives".
    LIVES;
    /// "those", which point back.
    THOSE;
    /// "which", which points back behind "of".
    WHICH;
    /// "include", "including".
    INCLUDES;
    /// "among".
    AMONG;
    /// Behind a comma these open a clause that a second comma closes: ", who had fled,".
    OPENS_CLAUSE;
    /// Prepositions that join a noun to the one that an amount is of.
    JOINS_NOUN;
    /// "who".
    WHO;
    /// Prepositions inside the name of a source.
    JOINS_SOURCE;
    /// Prepositions inside the subject of a verb of saying.
    JOINS_SUBJECT;
    /// Between what carries figures and who counted them: "figures from".
    COUNTED_BY;
    /// "through", which joins the ends of a range as "to" does: "20 through 100".
    THROUGH;
    /// Between whole units of money and hundredths: "32 euros con 40 céntimos".
    JOINS_CENTS;
    /// Verbs of movement: the "up to" behind them names a level.
    MOVES;
    /// Nouns that say nothing of what an amount is of: "level", "peak".
    BARE_AMOUNT;
    /// "within", which bounds lengths of time only.
    WITHIN;
    /// Behind a part, what it is compared with: "a third below", "un tercio menos".
    COMPARED;
    /// Points of a share or of an index.
    POINTS;
    /// Words that say that nothing is counted: "no", "nobody", "none", "ninguna".
    NONE;
    /// "nobody".
    NOBODY;
    /// "no".
    NO;
    /// "none", before "of".
    NONE_OF;
    /// "nor", "neither", "ni".
    NOR;
    /// "single", between a negation and a noun: "not a single case".
    SINGLE;
    /// Nouns of which none are worth telling: "cases", "complaints".
    COUNTED_AS_NONE;
    /// Verbs of denying.
    DENIES;
    /// Words of fear.
    FEARS;
    /// Words of what is to come: "will", "expects", "could".
    EXPECTS;
    /// Words behind which a month without a year is the next: "will", "expects".
    COMING;
    /// Verbs of asking and offering.
    ASKS_FOR;
    /// "that": a statement follows.
    THAT;
    /// Verbs with "that" behind them that say nothing: "hizo que", "ensured that".
    NOT_TOLD;
    /// Objects in front of the verb: "nos dijo".
    CLITIC;
    /// Possessives of a speaker named before: "según sus cálculos".
    OF_SPEAKER;
    /// Behind a number and a hyphen, what makes the number a part of a name: "a 10-point plan".
    NAMES_COMPOUND;
    /// What a page counts around its text: "shares", "comments".
    FURNITURE;
    /// What was asked of many: "survey", "encuesta".
    SURVEY;
    /// "for", before one whose view follows: "para la ministra, …".
    FOR;
    /// Participles behind what shows a figure: "a list showing".
    SHOWING;
    /// Adjectives that "no" stands before inside a name: "organización no gubernamental".
    NEGATED;
    /// Before a verb of saying that has no speaker: "se estima".
    IMPERSONAL;
    /// Words that are no speaker when they stand alone.
    NO_SPEAKER;
    /// "officials", "spokesman": words that tell no two sources apart.
    SPEAKS_FOR;
    /// Behind a comma these open a clause that may have a speaker of its own.
    PARTING;
    /// "added": says, or adds up.
    ADDS;
    /// "claimed": says, or takes lives.
    CLAIMS;
    /// "age".
    AGE;
    /// "aged".
    AGED;
    /// Between people and the bound of their age: "children under five".
    AGE_BOUND;
    /// Before a hyphen and an age: "under-21".
    AGE_CLASS;
    /// Before a decade of life: "his 40s".
    OWN_DECADE;
    /// Behind the name of a street.
    STREET;
    /// "time".
    TIME;
    /// "hours", behind a time of day.
    HOURS;
    /// "day".
    DAY;
    /// What a window is measured in: "the days after".
    SPAN_OF_DAYS;
    /// What is counted in parts of a month or year: "the second half of".
    TIME_THAT_HALVES;
    /// Behind "early" and "late": "the early hours of".
    HOURS_OF;
    /// "month".
    MONTH;
    /// "year".
    YEAR;
    /// Times to which "last" gives no date: "week", "summer".
    SEASON;
    /// "last": one back.
    LAST;
    /// "next": one on.
    NEXT;
    /// "this".
    THIS;
    /// "yesterday".
    YESTERDAY;
    /// "anteayer".
    TWO_DAYS_AGO;
    /// "tomorrow".
    TOMORROW;
    /// Names of months that are other words as well.
    COMMON_MONTH;
    /// Behind these words four digits are no year: "more than 2000".
    NO_YEAR_BEHIND;
    /// Before an event, or behind a span of days: "after".
    AFTER;
    /// Before or at the begin of a time in which something happened.
    PLACES_TIME;
    /// "since": a window begins.
    OPENS_WINDOW;
    /// "the highest since 2007".
    SUPERLATIVE;
    /// "until": a window ends.
    CLOSES_WINDOW;
    /// Between a verb of saying and its day: "said on Sunday".
    ON_DAY;
}

impl Classes {
    /// Classes that end the noun phrase after a number.
    pub const ENDS_PHRASE: Self = Self::DETERMINER
        .with(Self::ARTICLE)
        .with(Self::PREPOSITION)
        .with(Self::CONJUNCTION)
        .with(Self::PRONOUN)
        .with(Self::AUXILIARY)
        .with(Self::NEGATION)
        .with(Self::ADVERB);

    /// Classes that end a run of nouns and adjectives.
    pub const ENDS_RUN: Self = Self::ENDS_PHRASE.with(Self::SAYS).with(Self::VERB);

    const fn bit(bit: usize) -> Self {
        let mut words = [0; WORDS];
        words[bit / 64] = 1 << (bit % 64);
        Self(words)
    }

    /// Whether the two sets share a class.
    #[inline]
    pub const fn has(self, other: Self) -> bool {
        let (a, b) = (self.0, other.0);
        a[0] & b[0] | a[1] & b[1] | a[2] & b[2] | a[3] & b[3] != 0
    }

    /// Both sets together.
    #[must_use]
    #[inline]
    pub const fn with(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        Self([a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]])
    }
}
