//! Faults that a store may have, each with the behaviour that must find it, and whether the model
//! must find it too.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use jobs_conformance::{BEHAVIOURS, Check, Runner, model};
use proptest::test_runner::{Config, TestRng, TestRunner};

use crate::faulty::FaultyStore;

/// What may go wrong in a store that uses the core's sequencer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    ActionFilterIgnored,
    ActorLost,
    AfterInclusive,
    AnswersOutOfOrder,
    BatchDoesNotSeeItself,
    BatchFilterIgnored,
    CauseFilterIgnored,
    CidByLike,
    CidByPrefix,
    CidFilterIgnored,
    CidIgnoringCase,
    CountWithoutLast,
    CreatedAtIsRecordedAt,
    CustomersAfterByPosition,
    CustomersAfterInclusive,
    CustomersInUtf16Order,
    CustomersJoinedByAnd,
    CustomersLimitIgnored,
    CustomersUnsorted,
    DuplicatesTaken,
    EmptyTextIsNone,
    EntriesAfterInsteadOfFrom,
    EntriesLimitIgnored,
    FiltersJoinedByOr,
    FinalStatusForgotten,
    FirstValueAlone,
    FullPageHasNext,
    StateLostWhenDropped,
    HeadOffByOne,
    IllegalChangeSwallowed,
    IndexCastToI64,
    JobIdComparedWhole,
    JobIdFilterIgnored,
    KeysOfNotesForgotten,
    KeysOfNotesLost,
    KeysOfReportsForgotten,
    LastIndexWithoutNotes,
    LastDraftLost,
    LastStrangerNamed,
    NeverNext,
    NextIsLastIndex,
    NoLock,
    NoteTextTrimmed,
    NamedCustomersCountedTwice,
    NotesChangeUpdatedAt,
    NotesNotCounted,
    NotesTakeTheCause,
    NotesUnbounded,
    OldestNoteShown,
    OldCauseStays,
    OldHttpStatusStays,
    OneBadDraftFailsAll,
    OrderIgnored,
    OriginalLost,
    OutcomesLost,
    OutlineWithoutLongTexts,
    PayloadLost,
    PreviousIsFirst,
    RepeatsComparedWithTheFirst,
    RepeatsComparedWithTheNewest,
    RepeatsRefused,
    RequestKeyLost,
    RequestsForgotten,
    RetryFilterIgnored,
    RootOfOtherLeaves,
    ShortPage,
    SinceExclusive,
    SinceIgnored,
    SourceFilterIgnored,
    StaleReads,
    StatsByRecordedDay,
    StatsLimitIgnored,
    StatsOfEverybody,
    StatsOfTheFirstStatus,
    StatsOthersLost,
    StatsTiesReversed,
    StatusFilterIgnored,
    StatusFilterSeesTheFirst,
    StrangersOfTheWholeLedger,
    StrangersTaken,
    TileLevelIgnored,
    TilesInventedBeyondTheEnd,
    TilesOfIndexesAlone,
    TilesOutOfOrder,
    TimeInMilliseconds,
    UnconfirmedForgotten,
    UnknownJobHasNoCustomers,
    UntilIgnored,
    UntilInclusive,
    UpdatedAtLost,
    UserFilterIgnored,
    WrongPrevious,
}

macro_rules! faults {
    ($($name:ident: $fault:ident, $behaviour:literal, $model:ident;)*) => {
        $(#[test]
        fn $name() {
            found_by_behaviour(Fault::$fault, $behaviour);
            Model::$model.agrees(Fault::$fault);
        })*
    };
}

/// Whether random operations must find the fault. Where chance or size decides, they need not.
enum Model {
    Finds,
    MayMiss,
}

impl Model {
    fn agrees(&self, fault: Fault) {
        if matches!(self, Self::Finds) {
            // The same operations in every run, without shrinking those that fail.
            let config =
                Config { max_shrink_iters: 0, failure_persistence: None, ..Config::default() };
            let rng = TestRng::deterministic_rng(config.rng_algorithm);
            let runner = TestRunner::new_with_rng(config, rng);
            let run = || model::check_with(runner, async move |_: &Path| FaultyStore::new(fault));
            assert!(catch_unwind(AssertUnwindSafe(run)).is_err(), "the model missed {fault:?}");
        }
    }
}

fn found_by_behaviour(fault: Fault, behaviour: &str) {
    let name = |item: &jobs_conformance::Behaviour| format!("{}::{}", item.module, item.name);
    let listed = BEHAVIOURS.iter().find(|item| name(item) == behaviour).unwrap();
    assert!(finds(fault, listed.check), "{behaviour} missed {fault:?}");
}

fn finds(fault: Fault, check: Check) -> bool {
    let run =
        || Runner::default().by_reference(async move |_: &Path| FaultyStore::new(fault), check);
    catch_unwind(AssertUnwindSafe(run)).is_err()
}

faults! {
    action_filter_ignored: ActionFilterIgnored, "filters::every_filter_alone_and_combined", Finds;
    actor_lost: ActorLost, "round_trip::every_field_of_a_change_is_read_back", Finds;
    after_inclusive: AfterInclusive, "pages::pages_start_anywhere", Finds;
    answers_out_of_order: AnswersOutOfOrder, "appending::indexes_are_gapless", Finds;
    batch_does_not_see_itself: BatchDoesNotSeeItself, "appending::drafts_of_one_batch_see_each_other", Finds;
    batch_filter_ignored: BatchFilterIgnored, "filters::every_filter_alone_and_combined", Finds;
    cause_filter_ignored: CauseFilterIgnored, "filters::every_filter_alone_and_combined", Finds;
    old_cause_stays: OldCauseStays, "filters::a_cause_filter_follows_the_status", Finds;
    cid_by_like: CidByLike, "filters::filters_compare_whole_texts", Finds;
    cid_by_prefix: CidByPrefix, "filters::filters_compare_whole_texts", MayMiss;
    cid_filter_ignored: CidFilterIgnored, "customers::customers_are_shared_between_jobs", Finds;
    cid_ignoring_case: CidIgnoringCase, "texts::texts_that_look_alike_are_different", Finds;
    count_without_last: CountWithoutLast, "customers::twenty_seven_thousand_customers_are_taken", MayMiss;
    created_at_is_recorded_at: CreatedAtIsRecordedAt, "imports::imported_jobs_keep_their_times_and_record", Finds;
    customers_after_by_position: CustomersAfterByPosition, "customers::customers_are_paged", Finds;
    customers_after_inclusive: CustomersAfterInclusive, "customers::customers_are_paged", Finds;
    customers_in_utf16_order: CustomersInUtf16Order, "customers::customers_are_a_set_in_the_order_of_bytes", MayMiss;
    customers_joined_by_and: CustomersJoinedByAnd, "filters::a_filter_takes_any_of_its_values", Finds;
    customers_limit_ignored: CustomersLimitIgnored, "customers::customers_are_paged", Finds;
    customers_unsorted: CustomersUnsorted, "customers::customers_are_a_set_in_the_order_of_bytes", Finds;
    duplicates_taken: DuplicatesTaken, "appending::a_job_id_is_recorded_once", Finds;
    empty_text_is_none: EmptyTextIsNone, "transitions::a_change_replaces_what_the_last_one_said", Finds;
    entries_after_instead_of_from: EntriesAfterInsteadOfFrom, "entries::entries_are_paged", Finds;
    entries_limit_ignored: EntriesLimitIgnored, "entries::entries_are_paged", Finds;
    filters_joined_by_or: FiltersJoinedByOr, "filters::every_filter_alone_and_combined", Finds;
    final_status_forgotten: FinalStatusForgotten, "transitions::exactly_the_legal_changes_are_taken", Finds;
    first_value_alone: FirstValueAlone, "filters::a_filter_takes_any_of_its_values", Finds;
    full_page_has_next: FullPageHasNext, "pages::the_last_page_says_so", Finds;
    state_lost_when_dropped: StateLostWhenDropped, "concurrency::a_caller_who_gives_up_breaks_nothing", MayMiss;
    head_off_by_one: HeadOffByOne, "entries::the_head_is_the_merkle_root_at_every_size", Finds;
    illegal_change_swallowed: IllegalChangeSwallowed, "transitions::exactly_the_legal_changes_are_taken", Finds;
    index_cast_to_i64: IndexCastToI64, "entries::entries_are_paged", Finds;
    index_cast_to_i64_in_pages: IndexCastToI64, "pages::pages_start_anywhere", Finds;
    job_id_compared_whole: JobIdComparedWhole, "filters::a_job_is_found_by_the_beginning_of_its_id", Finds;
    job_id_filter_ignored: JobIdFilterIgnored, "filters::a_job_is_found_by_the_beginning_of_its_id", Finds;
    last_draft_lost: LastDraftLost, "appending::a_large_batch_is_taken_whole", MayMiss;
    last_stranger_named: LastStrangerNamed, "outcomes::outcomes_of_unknown_customers_are_refused", MayMiss;
    named_customers_counted_twice: NamedCustomersCountedTwice, "outcomes::an_outline_says_what_the_entries_say", MayMiss;
    never_next: NeverNext, "pages::pages_show_every_job_once", Finds;
    next_is_last_index: NextIsLastIndex, "pages::pages_show_every_job_once", Finds;
    no_lock: NoLock, "concurrency::many_writers_lose_nothing", MayMiss;
    no_lock_for_one_id: NoLock, "concurrency::writers_race_for_one_job_id", MayMiss;
    no_lock_for_one_status: NoLock, "concurrency::writers_race_for_one_status", MayMiss;
    note_text_trimmed: NoteTextTrimmed, "notes::every_field_of_a_note_is_read_back", MayMiss;
    notes_change_updated_at: NotesChangeUpdatedAt, "notes::notes_are_taken_in_any_status_and_change_none", Finds;
    notes_take_the_cause: NotesTakeTheCause, "notes::notes_are_taken_in_any_status_and_change_none", Finds;
    notes_not_counted: NotesNotCounted, "notes::lists_show_the_newest_note", Finds;
    oldest_note_shown: OldestNoteShown, "notes::lists_show_the_newest_note", Finds;
    oldest_note_shown_in_the_past: OldestNoteShown, "past::jobs_are_shown_as_they_were", Finds;
    last_index_without_notes: LastIndexWithoutNotes, "notes::a_history_has_notes_and_changes_in_order", Finds;
    notes_unbounded: NotesUnbounded, "notes::a_job_has_a_bounded_number_of_notes", MayMiss;
    keys_of_notes_forgotten: KeysOfNotesForgotten, "notes::a_note_with_a_key_can_be_sent_again", Finds;
    keys_of_notes_lost: KeysOfNotesLost, "notes::every_field_of_a_note_is_read_back", Finds;
    repeats_compared_with_the_newest: RepeatsComparedWithTheNewest, "notes::a_status_is_repeated_across_notes", Finds;
    old_http_status_stays: OldHttpStatusStays, "transitions::a_change_replaces_what_the_last_one_said", Finds;
    one_bad_draft_fails_all: OneBadDraftFailsAll, "appending::a_refused_draft_leaves_its_neighbours_alone", Finds;
    order_ignored: OrderIgnored, "pages::pages_show_every_job_once", Finds;
    original_lost: OriginalLost, "round_trip::every_field_of_an_import_is_read_back", Finds;
    outcomes_lost: OutcomesLost, "outcomes::outcomes_are_kept", Finds;
    outcomes_lost_for_a_customer: OutcomesLost, "outcomes::a_customer_has_the_newest_outcome_of_its_own", Finds;
    outline_without_long_texts: OutlineWithoutLongTexts, "outcomes::an_outline_says_what_the_entries_say", MayMiss;
    payload_lost: PayloadLost, "round_trip::every_field_of_a_new_job_is_read_back", Finds;
    previous_is_first: PreviousIsFirst, "transitions::the_longest_way_is_taken", Finds;
    previous_is_first_in_the_past: PreviousIsFirst, "past::jobs_are_shown_as_they_were", Finds;
    repeats_compared_with_the_first: RepeatsComparedWithTheFirst, "repeats::a_repeated_status_is_recorded_once", Finds;
    request_key_lost: RequestKeyLost, "round_trip::every_field_of_a_change_is_read_back", Finds;
    requests_forgotten: RequestsForgotten, "requests::a_request_makes_one_job", Finds;
    requests_forgotten_in_a_race: RequestsForgotten, "requests::writers_race_for_one_request", Finds;
    keys_of_reports_forgotten: KeysOfReportsForgotten, "requests::a_report_with_a_key_can_be_sent_again", Finds;
    repeats_refused: RepeatsRefused, "repeats::a_repeated_import_is_recorded_once", Finds;
    retry_filter_ignored: RetryFilterIgnored, "filters::retries_are_found_by_the_job_that_they_retry", Finds;
    root_of_other_leaves: RootOfOtherLeaves, "entries::the_head_is_the_merkle_root_at_every_size", Finds;
    short_page: ShortPage, "pages::pages_show_every_job_once", Finds;
    since_exclusive: SinceExclusive, "filters::since_is_inclusive_and_until_exclusive", Finds;
    since_ignored: SinceIgnored, "filters::every_filter_alone_and_combined", Finds;
    source_filter_ignored: SourceFilterIgnored, "filters::every_filter_alone_and_combined", Finds;
    stale_reads: StaleReads, "concurrency::what_was_acknowledged_is_seen_by_everyone", Finds;
    stats_by_recorded_day: StatsByRecordedDay, "stats::imports_are_counted_by_their_own_day_and_status", Finds;
    stats_limit_ignored: StatsLimitIgnored, "stats::rows_are_bounded_and_nothing_is_lost", Finds;
    stats_of_everybody: StatsOfEverybody, "stats::jobs_are_counted_by_action_user_and_day", Finds;
    stats_of_the_first_status: StatsOfTheFirstStatus, "stats::a_job_is_counted_by_its_status_now", Finds;
    stats_others_lost: StatsOthersLost, "stats::rows_are_bounded_and_nothing_is_lost", Finds;
    stats_ties_reversed: StatsTiesReversed, "stats::jobs_are_counted_by_action_user_and_day", Finds;
    status_filter_ignored: StatusFilterIgnored, "filters::every_filter_alone_and_combined", Finds;
    status_filter_sees_the_first: StatusFilterSeesTheFirst, "filters::a_status_filter_follows_the_status", Finds;
    strangers_of_the_whole_ledger: StrangersOfTheWholeLedger, "outcomes::outcomes_of_unknown_customers_are_refused", Finds;
    strangers_taken: StrangersTaken, "outcomes::every_customer_may_have_an_outcome", Finds;
    tile_level_ignored: TileLevelIgnored, "proofs::tiles_hold_the_hashes_of_the_leaves", MayMiss;
    tiles_invented_beyond_the_end: TilesInventedBeyondTheEnd, "proofs::tiles_hold_the_hashes_of_the_leaves", MayMiss;
    tiles_of_indexes_alone: TilesOfIndexesAlone, "proofs::any_entry_and_any_earlier_tree_can_be_proved", MayMiss;
    tiles_out_of_order: TilesOutOfOrder, "proofs::tiles_hold_the_hashes_of_the_leaves", MayMiss;
    time_in_milliseconds: TimeInMilliseconds, "appending::indexes_are_gapless", Finds;
    unconfirmed_forgotten: UnconfirmedForgotten, "transitions::exactly_the_legal_changes_are_taken", Finds;
    unknown_job_has_no_customers: UnknownJobHasNoCustomers, "customers::customers_of_an_unknown_job_are_refused", Finds;
    until_ignored: UntilIgnored, "filters::every_filter_alone_and_combined", Finds;
    until_inclusive: UntilInclusive, "filters::since_is_inclusive_and_until_exclusive", Finds;
    updated_at_lost: UpdatedAtLost, "transitions::a_change_replaces_what_the_last_one_said", Finds;
    user_filter_ignored: UserFilterIgnored, "filters::every_filter_alone_and_combined", Finds;
    wrong_previous: WrongPrevious, "entries::every_entry_names_the_one_before", Finds;
}
