//! The words of the interface, in every language it speaks.
//!
//! They stand in `assets/words.tsv`, so that they can be read and mended without code. A [`Key`] names one of them;
//! a key that is not declared here does not compile, and a test sees to it that each has its words in each language.

use std::sync::OnceLock;

use crate::reading::language::Language;
use crate::tables;

macro_rules! keys {
    ($($name:ident $code:literal)*) => {
        /// Names one text of the interface.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Key {
            $(#[doc = concat!("The line `", $code, "`.")] $name,)*
        }

        impl Key {
            /// Every key.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its name in the catalogue.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

keys! {
    Brand "brand"
    SkipFigures "skip_figures"
    SkipTexts "skip_texts"
    Figures "figures"
    Texts "texts"
    RailCount "rail_count"
    StartNone "start_none"
    StartOne "start_one"
    RailNone "rail_none"
    Offline "offline"
    Close "close"
    Menu "menu"
    Help "help"
    Marks "marks"
    MarksPlain "marks_plain"
    MarksFigures "marks_figures"
    MarksRelations "marks_relations"
    Text "text"
    TextFull "text_full"
    TextPassages "text_passages"
    Theme "theme"
    ThemeSystem "theme_system"
    ThemeLight "theme_light"
    ThemeDark "theme_dark"
    Language "language"
    English "english"
    Spanish "spanish"
    Understood "understood"
    ContentNote "content_note"
    LinkUnknown "link_unknown"
    View "view"
    ViewRead "view_read"
    ViewTable "view_table"
    ViewTimeline "view_timeline"
    Find "find"
    Filter "filter"
    FilterAll "filter_all"
    FilterOption "filter_option"
    FilterOf "filter_of"
    FilterMeasures "filter_measures"
    FilterKinds "filter_kinds"
    FilterNone "filter_none"
    FilterClear "filter_clear"
    RailCountOf "rail_count_of"
    KindCount "kind_count"
    KindShare "kind_share"
    KindMoney "kind_money"
    KindSize "kind_size"
    KindTime "kind_time"
    KindRank "kind_rank"
    KindVague "kind_vague"
    TableAsk "table_ask"
    TableFigure "table_figure"
    TableOrder "table_order"
    TableLine "table_line"
    TableLineEach "table_line_each"
    TableRelation "table_relation"
    TableRelationWidest "table_relation_widest"
    TimelineAsk "timeline_ask"
    TimelineHead "timeline_head"
    TimelineNone "timeline_none"
    TimelineSteps "timeline_steps"
    TimelineBar "timeline_bar"
    TimelinePoint "timeline_point"
    TimelineOpen "timeline_open"
    TimelineCounted "timeline_counted"
    TimelineText "timeline_text"
    TimelineLater "timeline_later"
    TimeOn "time_on"
    TimeWindow "time_window"
    TimeSince "time_since"
    TimeUnknown "time_unknown"
    TimeCounted "time_counted"
    TimeCountedUnknown "time_counted_unknown"
    Columns "columns"
    ColumnsOrder "columns_order"
    ColumnsReset "columns_reset"
    ColumnEarlier "column_earlier"
    ColumnLater "column_later"
    ColumnWidth "column_width"
    Scrolling "scrolling"
    ScrollTogether "scroll_together"
    KeyPin "key_pin"
    TextSentences "text_sentences"
    OutletUnnamed "outlet_unnamed"
    UndatedFrom "undated_from"
    Undated "undated"
    TranslatedFrom "translated_from"
    Translated "translated"
    LangEn "lang_en"
    LangEs "lang_es"
    NoHeadline "no_headline"
    Folded "folded"
    Fold "fold"
    Sources "sources"
    OpenSource "open_source"
    SourceOf "source_of"
    NoOne "no_one"
    Via "via"
    AsOf "as_of"
    TextOf "text_of"
    TextOfLater "text_of_later"
    TextUndated "text_undated"
    Months "months"
    Quoted "quoted"
    Same "same"
    Rounded "rounded"
    Compatible "compatible"
    Later "later"
    Scope "scope"
    Unexplained "unexplained"
    Conflict "conflict"
    CanBothHold "can_both_hold"
    ReasonGiven "reason_given"
    NoReasonGiven "no_reason_given"
    CannotBothHold "cannot_both_hold"
    OriginOne "origin_one"
    OriginIndependent "origin_independent"
    OriginNotShown "origin_not_shown"
    Figure "figure"
    OnlyHere "only_here"
    OnlyHereWhy "only_here_why"
    OnlyHereLine "only_here_line"
    More "more"
    Silent "silent"
    SilentBefore "silent_before"
    SilentPerhaps "silent_perhaps"
    SilentWhy "silent_why"
    ConflictsOne "conflicts_one"
    Conflicts "conflicts"
    UnexplainedOne "unexplained_one"
    UnexplainedFew "unexplained_few"
    FiguresTotal "figures_total"
    Position "position"
    Previous "previous"
    Next "next"
    BackShort "back_short"
    NextShort "next_short"
    SheetTaller "sheet_taller"
    SheetLower "sheet_lower"
    Quotes "quotes"
    Pairs "pairs"
    Check "check"
    SameDigits "same_digits"
    IfTrue "if_true"
    Spoken "spoken"
    SpokenSilent "spoken_silent"
    And "and"
    Keys "keys"
    Settings "settings"
    LetterKeys "letter_keys"
    On "on"
    Off "off"
    KeyStep "key_step"
    KeySource "key_source"
    KeyArrows "key_arrows"
    KeyEnter "key_enter"
    KeyEscape "key_escape"
    KeyDrawer "key_drawer"
    KeyViews "key_views"
    KeyFind "key_find"
    KeyHelp "key_help"
    WhySame "why_same"
    WhySamePoint "why_same_point"
    WhyRounded "why_rounded"
    WhyWithoutNumber "why_without_number"
    WhyWithin "why_within"
    WhySameDigits "why_same_digits"
    WhyVague "why_vague"
    WhyConverted "why_converted"
    WhyIsFloor "why_is_floor"
    WhyTwoFloors "why_two_floors"
    WhyTwoCeilings "why_two_ceilings"
    WhyOverlap "why_overlap"
    WhyNewerLower "why_newer_lower"
    WhyLater "why_later"
    WhyLaterText "why_later_text"
    WhyAccount "why_account"
    WhyFormer "why_former"
    WhyCountedApart "why_counted_apart"
    WhyDefinition "why_definition"
    WhyDefinitions "why_definitions"
    WhyStretches "why_stretches"
    WhyPoints "why_points"
    WhyEdge "why_edge"
    WhyTwoCurrencies "why_two_currencies"
    WhyConvertedBeside "why_converted_beside"
    WhyTwoCounters "why_two_counters"
    WhyUnitLeftOut "why_unit_left_out"
    WhyMood "why_mood"
    MoodForecast "mood_forecast"
    MoodFeared "mood_feared"
    MoodDemanded "mood_demanded"
    WhySum "why_sum"
    WhyOnTop "why_on_top"
    WhyLaterStock "why_later_stock"
    WhyScopeWindow "why_scope_window"
    WhyScopeWindows "why_scope_windows"
    WhyScopeCounted "why_scope_counted"
    WhyUnexplained "why_unexplained"
    WhyShrinks "why_shrinks"
    WhyConflict "why_conflict"
    WhyConflictShares "why_conflict_shares"
    WhyRatioFits "why_ratio_fits"
    WhyRatioConflict "why_ratio_conflict"
    BecauseNoun "because_noun"
    BecauseMeasure "because_measure"
    BecauseName "because_name"
    BecauseWords "because_words"
    BecauseNumber "because_number"
    BecauseClose "because_close"
    BecausePeriod "because_period"
    BecauseUnit "because_unit"
    BecauseMonth "because_month"
    BecauseYear "because_year"
    BecauseNearest "because_nearest"
    BecauseOtherNoun "because_other_noun"
    BecauseOtherName "because_other_name"
    BecauseFar "because_far"
    BecauseOtherPeriod "because_other_period"
    BecauseOtherMonth "because_other_month"
    BecauseOtherYear "because_other_year"
    BecauseChange "because_change"
    BecauseNoWord "because_no_word"
    BecauseMostly "because_mostly"
    BecausePartly "because_partly"
    BecauseLittle "because_little"
    MeasureDeaths "measure_deaths"
    MeasureInjuries "measure_injuries"
    MeasureArrests "measure_arrests"
    MeasureHeld "measure_held"
    MeasureReleased "measure_released"
    MeasureMissing "measure_missing"
    MeasureDisplaced "measure_displaced"
    MeasureCharged "measure_charged"
    MeasureConvicted "measure_convicted"
    MeasureRescued "measure_rescued"
    MeasureVotes "measure_votes"
    MeasureTally "measure_tally"
    LabelShare "label_share"
    LabelShareOf "label_share_of"
    LabelMoney "label_money"
    LabelMoneyFor "label_money_for"
    LabelDuration "label_duration"
    LabelMagnitude "label_magnitude"
    LabelMeasure "label_measure"
    LabelDistance "label_distance"
    LabelLength "label_length"
    LabelWidth "label_width"
    LabelHeight "label_height"
    LabelDepth "label_depth"
    LabelSpeed "label_speed"
    LabelTemperature "label_temperature"
    LabelArea "label_area"
    LabelWeight "label_weight"
    LabelRise "label_rise"
    LabelFall "label_fall"
    LabelNumber "label_number"
    LabelAfter "label_after"
    LabelAt "label_at"
    LabelBetween "label_between"
    LabelDuring "label_during"
    CheckSumFits "check_sum_fits"
    CheckSumFitsNot "check_sum_fits_not"
    CheckIncrement "check_increment"
    CheckRestFits "check_rest_fits"
    CheckRestFitsNot "check_rest_fits_not"
    CheckShares "check_shares"
    CheckPart "check_part"
    CheckPartNot "check_part_not"
    CheckList "check_list"
    CheckListNot "check_list_not"
    CheckRepeat "check_repeat"
    CheckWeekday "check_weekday"
    CheckWeekdayNot "check_weekday_not"
    CheckPartsFit "check_parts_fit"
    CheckPartsFitNot "check_parts_fit_not"
    CheckPercentagesFit "check_percentages_fit"
    CheckPercentagesFitNot "check_percentages_fit_not"
    CheckChangeFits "check_change_fits"
    CheckChangeFitsNot "check_change_fits_not"
    CheckLeadFits "check_lead_fits"
    CheckLeadFitsNot "check_lead_fits_not"
    AssumeAllParts "assume_all_parts"
    AssumeOneMeasure "assume_one_measure"
    AssumeOneDate "assume_one_date"
    AssumeNobodyNew "assume_nobody_new"
    AssumeNobodyTwice "assume_nobody_twice"
    AssumeSamePeople "assume_same_people"
    AssumeOneList "assume_one_list"
    AssumeOneVote "assume_one_vote"
    AssumePartOfWhole "assume_part_of_whole"
    WhyGiven "why_given"
    WhyGivenNone "why_given_none"
    DidAdd "did_add"
    DidEdit "did_edit"
    DidStrike "did_strike"
    DidLink "did_link"
    DidUnlink "did_unlink"
    DidSplit "did_split"
    DidMerge "did_merge"
    DidRename "did_rename"
    DidRelate "did_relate"
    DidNote "did_note"
    DidNoteAll "did_note_all"
    DidWithdraw "did_withdraw"
    DidUnknown "did_unknown"
    LostText "lost_text"
    LostFigure "lost_figure"
    LostRow "lost_row"
    LostApart "lost_apart"
    SavedForeign "saved_foreign"
    SavedCut "saved_cut"
    SavedDamaged "saved_damaged"
    SavedNewer "saved_newer"
    SavedLarge "saved_large"
    TooManyTexts "too_many_texts"
    TooManyEntries "too_many_entries"
    TextLarge "text_large"
    FileBroken "file_broken"
    TextEmpty "text_empty"
    TextNot "text_not"
    TextNotBut "text_not_but"
    TextLegacy "text_legacy"
    TextMended "text_mended"
    LinkForeign "link_foreign"
    LinkCut "link_cut"
    LinkDamaged "link_damaged"
    LinkNewer "link_newer"
    LinkOtherTexts "link_other_texts"
    LinkLarge "link_large"
    Collection "collection"
    Compare "compare"
    Title "title"
    Question "question"
    Outlet "outlet"
    DateOfText "date_of_text"
    Headline "headline"
    Detected "detected"
    PasteHere "paste_here"
    PastedText "pasted_text"
    AddText "add_text"
    ChooseFiles "choose_files"
    RemoveText "remove_text"
    RemovedOf "removed_of"
    Undo "undo"
    Redo "redo"
    OnThisDevice "on_this_device"
    NewCollection "new_collection"
    Duplicate "duplicate"
    ShippedCollection "shipped_collection"
    PracticeCollection "practice_collection"
    FirstVisit "first_visit"
    CopyOf "copy_of"
    Untitled "untitled"
    Delete "delete"
    Reading "reading"
    ReadingOf "reading_of"
    CallOff "call_off"
    KeepWaiting "keep_waiting"
    Kept "kept"
    NotKeptFull "not_kept_full"
    NotKeptAbsent "not_kept_absent"
    NotKeptElsewhere "not_kept_elsewhere"
    TakeOver "take_over"
    KeepApart "keep_apart"
    StoppedBefore "stopped_before"
    LinkAnywhere "link_anywhere"
    LinkChat "link_chat"
    LinkMail "link_mail"
    LinkBars "link_bars"
    LinkChromium "link_chromium"
    LinkNowhere "link_nowhere"
    Share "share"
    TakeAlong "take_along"
    SaveFile "save_file"
    NotKept "not_kept"
    Disagree "disagree"
    Journal "journal"
    Corrections "corrections"
    JournalNone "journal_none"
    ShowProgram "show_program"
    ProgramSaid "program_said"
    YourName "your_name"
    YourReason "your_reason"
    TakenBack "taken_back"
    Undone "undone"
    TakeBack "take_back"
    ByYou "by_you"
    Value "value"
    Qualifier "qualifier"
    WhatIsCounted "what_is_counted"
    WhoSaysSo "who_says_so"
    NotADay "not_a_day"
    AsOfDate "as_of_date"
    SaveFigure "save_figure"
    NoFigure "no_figure"
    TakeOut "take_out"
    LineUp "line_up"
    BelongsTo "belongs_to"
    Note "note"
    AddNote "add_note"
    Rename "rename"
    Merge "merge"
    SameAs "same_as"
    Split "split"
    OfTheirOwn "of_their_own"
    AddFigure "add_figure"
    HowTheyRelate "how_they_relate"
    SetRelation "set_relation"
    EffectNone "effect_none"
    EffectAbout "effect_about"
    EffectAtLeast "effect_at_least"
    EffectMoreThan "effect_more_than"
    EffectAtMost "effect_at_most"
    EffectLessThan "effect_less_than"
    EffectNearly "effect_nearly"
    EffectOnly "effect_only"
    KeyAdd "key_add"
    KeyUndo "key_undo"
    ExportCsv "export_csv"
    ExportJson "export_json"
    ExportAnnotations "export_annotations"
    ExportLine "export_line"
    ExportDates "export_dates"
    Link "link"
    MakeLink "make_link"
    AddressOdd "address_odd"
    PublicAddress "public_address"
    Code "code"
    LinkLength "link_length"
    LinkCopied "link_copied"
    LinkNeedsHost "link_needs_host"
    ProgramShown "program_shown"
    ShowCorrected "show_corrected"
    Class "class"
    ClassOf "class_of"
    ClassAsk "class_ask"
    ClassHow "class_how"
    ClassMasked "class_masked"
    ClassAnew "class_anew"
    ClassBegin "class_begin"
    StepClash "step_clash"
    StepWho "step_who"
    StepOthers "step_others"
    StepWord "step_word"
    StepReason "step_reason"
    StepSentence "step_sentence"
    OneText "one_text"
    AnotherText "another_text"
    OutletMasked "outlet_masked"
    AskClash "ask_clash"
    AskWho "ask_who"
    AskOthers "ask_others"
    AskWord "ask_word"
    AskSentence "ask_sentence"
    AskEnd "ask_end"
    InOrder "in_order"
    Yes "yes"
    No "no"
    CannotTell "cannot_tell"
    HandLess "hand_less"
    HandsFirst "hands_first"
    HandsCounted "hands_counted"
    TextWritten "text_written"
    HowItCame "how_it_came"
    Translation "translation"
    NoneMentioned "none_mentioned"
    WhoCounted "who_counted"
    UntilWhichDay "until_which_day"
    NotStated "not_stated"
    Seen "seen"
    New "new"
    GlossSame "gloss_same"
    GlossRounded "gloss_rounded"
    GlossCompatible "gloss_compatible"
    GlossLater "gloss_later"
    GlossScope "gloss_scope"
    GlossUnexplained "gloss_unexplained"
    GlossConflict "gloss_conflict"
    YourClass "your_class"
    ProgramWord "program_word"
    ClassWord "class_word"
    WeDisagree "we_disagree"
    SayTogether "say_together"
    SayApart "say_apart"
    BlankOf "blank_of"
    TextsGive "texts_give"
    NoneGives "none_gives"
    GapWho "gap_who"
    GapDay "gap_day"
    GapIndependent "gap_independent"
    EndAgree "end_agree"
    EndDiffer "end_differ"
    EndOnly "end_only"
    EndOnlyCount "end_only_count"
    EndMore "end_more"
    EndAllowed "end_allowed"
    EndNone "end_none"
    KeyClass "key_class"
    KeyStepOf "key_step_of"
    KeyHands "key_hands"
    KeyLess "key_less"
    KeyAlone "key_alone"
    KeyTime "key_time"
    KeyBlank "key_blank"
    KeyEnd "key_end"
    KeyDisagree "key_disagree"
    KeyNextBlank "key_next_blank"
    Print "print"
    PrintOf "print_of"
    PrintOfLesson "print_of_lesson"
    PrintOfList "print_of_list"
    PrintNote "print_note"
    StudentSheet "student_sheet"
    TeacherKey "teacher_key"
    PupilLines "pupil_lines"
    SheetRead "sheet_read"
    SheetReadHow "sheet_read_how"
    SheetFill "sheet_fill"
    SheetFillHow "sheet_fill_how"
    SheetSay "sheet_say"
    FrameFigure "frame_figure"
    FramePair "frame_pair"
    ExitSlip "exit_slip"
    ExitLines "exit_lines"
    KeyNote "key_note"
    Sums "sums"
    PupilCopy "pupil_copy"
    PupilName "pupil_name"
    PupilSteps "pupil_steps"
    PupilMark "pupil_mark"
    PupilCompare "pupil_compare"
    PupilSay "pupil_say"
    PupilSave "pupil_save"
    PupilFigures "pupil_figures"
    PupilMarked "pupil_marked"
    PupilNone "pupil_none"
    PupilNoneShort "pupil_none_short"
    PupilSelect "pupil_select"
    PupilType "pupil_type"
    PupilBefore "pupil_before"
    PupilAfter "pupil_after"
    PupilNowhere "pupil_nowhere"
    PupilMarkWords "pupil_mark_words"
    PupilAskWord "pupil_ask_word"
    PupilNoWord "pupil_no_word"
    PupilOtherWord "pupil_other_word"
    PupilAskCounts "pupil_ask_counts"
    PupilElse "pupil_else"
    PupilAskWho "pupil_ask_who"
    PupilMarkWho "pupil_mark_who"
    PupilPickWho "pupil_pick_who"
    PupilTakeWho "pupil_take_who"
    PupilCancel "pupil_cancel"
    PupilMarkIt "pupil_mark_it"
    PupilUnmark "pupil_unmark"
    PupilMissing "pupil_missing"
    PupilWhoElsewhere "pupil_who_elsewhere"
    PupilTooLong "pupil_too_long"
    PupilFull "pupil_full"
    PupilDidMark "pupil_did_mark"
    PupilDidUnmark "pupil_did_unmark"
    PupilHidden "pupil_hidden"
    PupilShown "pupil_shown"
    PupilShow "pupil_show"
    PupilHide "pupil_hide"
    PupilShowAsk "pupil_show_ask"
    PupilLeave "pupil_leave"
    PupilAskRelation "pupil_ask_relation"
    PupilCannotTell "pupil_cannot_tell"
    PupilBecause "pupil_because"
    PupilBecauseHint "pupil_because_hint"
    PupilBeginWith "pupil_begin_with"
    PupilStartWord "pupil_start_word"
    PupilStartText "pupil_start_text"
    PupilStartNone "pupil_start_none"
    PupilKeep "pupil_keep"
    PupilNow "pupil_now"
    PupilNext "pupil_next"
    PupilDone "pupil_done"
    PupilUnsaid "pupil_unsaid"
    PupilWordHidden "pupil_word_hidden"
    PupilWordShow "pupil_word_show"
    PupilWordNone "pupil_word_none"
    PupilWordMine "pupil_word_mine"
    PupilWordTeacher "pupil_word_teacher"
    PupilWordBeside "pupil_word_beside"
    PupilFew "pupil_few"
    PupilSentence "pupil_sentence"
    PupilSentenceHow "pupil_sentence_how"
    Pupils "pupils"
    PupilsHow "pupils_how"
    PupilsFile "pupils_file"
    PupilsLink "pupils_link"
    PupilsGroups "pupils_groups"
    PupilsGroupLink "pupils_group_link"
    Handed "handed"
    HandedOpen "handed_open"
    HandedShow "handed_show"
    HandedHow "handed_how"
    HandedCount "handed_count"
    HandedNone "handed_none"
    HandedNames "handed_names"
    HandedPupil "handed_pupil"
    HandedNameless "handed_nameless"
    HandedBroken "handed_broken"
    HandedForeign "handed_foreign"
    HandedElsewhere "handed_elsewhere"
    HandedFull "handed_full"
    HandedAsked "handed_asked"
    HandedNoRow "handed_no_row"
    HandedBeside "handed_beside"
    HandedFound "handed_found"
    HandedChosen "handed_chosen"
    HandedUnchosen "handed_unchosen"
    HandedMarks "handed_marks"
    HandedPairs "handed_pairs"
    HandedMissed "handed_missed"
    HandedBeyond "handed_beyond"
    HandedLost "handed_lost"
    HandedWord "handed_word"
    HandedReads "handed_reads"
    HandedLate "handed_late"
    HandedOnly "handed_only"
    HandedNothing "handed_nothing"
    About "about"
    AboutVersion "about_version"
    AboutTexts "about_texts"
    AboutParts "about_parts"
}

/// The words in one language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Words(Language);

impl Words {
    /// The words in English.
    pub const ENGLISH: Self = Self(Language::English);

    /// The words in `language`.
    pub fn new(language: Language) -> Self {
        Self(language)
    }

    /// The language they are in.
    pub fn language(self) -> Language {
        self.0
    }

    /// The words of a key.
    pub fn get(self, key: Key) -> &'static str {
        let column = match self.0 {
            Language::English => 0,
            Language::Spanish => 1,
        };
        table()[key as usize][column]
    }

    /// The words of a key with `{0}`, `{1}`, … filled in; what is filled in is never filled again.
    pub fn fill(self, key: Key, values: &[&str]) -> String {
        let mut rest = self.get(key);
        let mut filled = String::new();
        while let Some((before, place, after)) = next_place(rest) {
            filled.push_str(before);
            filled.push_str(values.get(place).copied().unwrap_or_default());
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

/// The words of every key, in the order of [`Key::ALL`], the languages in the order of the catalogue's columns.
fn table() -> &'static [[&'static str; 2]] {
    static TABLE: OnceLock<Vec<[&str; 2]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let rows: Vec<(&str, &str)> = lines().filter_map(|line| line.split_once('\t')).collect();
        Key::ALL.iter().map(|key| row(&rows, key.code())).collect()
    })
}

fn row(rows: &[(&'static str, &'static str)], code: &'static str) -> [&'static str; 2] {
    let found = rows.iter().find(|(key, _)| *key == code);
    let (english, spanish) = found.and_then(|(_, words)| words.split_once('\t')).unwrap_or((code, code));
    [english, spanish]
}

fn lines() -> impl Iterator<Item = &'static str> {
    tables::lines("words")
}

/// The text before the first `{n}`, the number, and the text after it.
fn next_place(text: &str) -> Option<(&str, usize, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (place, after) = rest.split_once('}')?;
    Some((before, place.parse().ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_words_in_every_language() {
        for &key in Key::ALL {
            let line = lines().find(|line| line.split('\t').next() == Some(key.code()));
            let columns: Vec<&str> = line.unwrap_or_else(|| panic!("{key:?} has no line")).split('\t').collect();
            assert_eq!(columns.len(), 3, "{}", key.code());
            assert!(columns.iter().all(|column| !column.trim().is_empty()), "{}", key.code());
        }
    }

    #[test]
    fn every_line_has_its_key_and_stands_once() {
        let codes: Vec<&str> = lines().filter_map(|line| line.split('\t').next()).collect();
        for code in &codes {
            assert!(Key::ALL.iter().any(|key| key.code() == *code), "{code} has no key");
            assert_eq!(codes.iter().filter(|other| *other == code).count(), 1, "{code} stands twice");
        }
    }

    /// The sources in a directory, but for this one.
    fn sources(directory: &std::path::Path, all: &mut String) {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, all);
            } else if !path.ends_with("words.rs") {
                all.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn every_key_is_used() {
        let mut all = String::new();
        let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        sources(&package.join("src"), &mut all);
        sources(&package.join("../../src"), &mut all);
        let used: Vec<&str> =
            all.split("Key::").skip(1).filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next()).collect();
        let idle: Vec<_> = Key::ALL.iter().filter(|key| !used.contains(&format!("{key:?}").as_str())).collect();
        assert!(idle.is_empty(), "{idle:?}");
    }

    #[test]
    fn every_language_has_the_same_places() {
        for line in lines() {
            let places = |text: &str| (0..10).filter(|n| text.contains(&format!("{{{n}}}"))).collect::<Vec<_>>();
            let mut columns = line.split('\t').skip(1);
            let english = places(columns.next().unwrap());
            assert!(columns.all(|other| places(other) == english), "{line}");
        }
    }

    #[test]
    fn places_are_filled_once() {
        let words = Words::default();
        assert_eq!(words.fill(Key::Position, &["6", "20"]), "6 of 20");
        assert_eq!(words.fill(Key::Via, &["{1}", "B"]), "{1}, via B");
        assert_eq!(Words::new(Language::Spanish).fill(Key::Position, &["6", "20"]), "6 de 20");
    }
}
