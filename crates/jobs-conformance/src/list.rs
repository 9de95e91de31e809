//! The lists of all behaviours, and the macro that makes tests of them.

use crate::{Behaviour, DurableCheck};

/// Hands the list to another macro, after that macro's own arguments.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_behaviours {
    ($callback:ident [$($arguments:tt)*]) => {
        $crate::$callback! { [$($arguments)*]
            appending {
                an_empty_store_answers
                indexes_are_gapless
                a_refused_draft_leaves_its_neighbours_alone
                a_job_id_is_recorded_once
                drafts_of_one_batch_see_each_other
                an_unknown_job_cannot_change
                a_retry_names_a_job_that_is_known
                a_large_batch_is_taken_whole
            }
            concurrency {
                many_writers_lose_nothing
                writers_race_for_one_job_id
                writers_race_for_one_status
                readers_see_a_ledger_that_only_grows
                what_was_acknowledged_is_seen_by_everyone
                a_caller_who_gives_up_breaks_nothing
            }
            customers {
                customers_are_a_set_in_the_order_of_bytes
                customers_are_paged
                customers_of_an_unknown_job_are_refused
                customers_are_shared_between_jobs
                twenty_seven_thousand_customers_are_taken
                as_many_customers_as_allowed_are_taken
            }
            entries {
                entries_are_paged
                every_entry_names_the_one_before
                the_head_is_the_merkle_root_at_every_size
                the_head_stands_still_when_nothing_is_recorded
            }
            filters {
                every_filter_alone_and_combined
                a_filter_takes_any_of_its_values
                fifty_values_of_a_filter_are_taken
                a_job_is_found_by_the_beginning_of_its_id
                retries_are_found_by_the_job_that_they_retry
                a_status_filter_follows_the_status
                a_cause_filter_follows_the_status
                since_is_inclusive_and_until_exclusive
                filters_compare_whole_texts
            }
            imports {
                imported_jobs_keep_their_times_and_record
                imported_jobs_are_listed_by_their_place
                imported_jobs_can_be_settled
            }
            notes {
                every_field_of_a_note_is_read_back
                notes_are_taken_in_any_status_and_change_none
                equal_notes_are_different_notes
                a_note_with_a_key_can_be_sent_again
                notes_of_an_unknown_job_are_refused
                a_history_has_notes_and_changes_in_order
                lists_show_the_newest_note
                a_status_is_repeated_across_notes
                notes_say_nothing_of_customers
                a_job_has_a_bounded_number_of_notes
            }
            outcomes {
                outcomes_are_kept
                outcomes_of_unknown_customers_are_refused
                every_customer_may_have_an_outcome
                a_customer_has_the_newest_outcome_of_its_own
                an_outline_says_what_the_entries_say
            }
            pages {
                pages_show_every_job_once
                pages_start_anywhere
                the_last_page_says_so
                pages_hold_while_others_append
            }
            past {
                jobs_are_shown_as_they_were
            }
            proofs {
                any_entry_and_any_earlier_tree_can_be_proved
                any_entry_has_a_receipt
                every_answer_proves_its_entry
                tiles_hold_the_hashes_of_the_leaves
            }
            repeats {
                a_repeated_status_is_recorded_once
                a_status_with_other_content_conflicts
                an_earlier_status_is_no_repeat
                a_repeated_import_is_recorded_once
                an_import_with_other_content_is_refused
                the_status_of_an_import_can_be_repeated
            }
            requests {
                a_request_makes_one_job
                a_key_is_for_one_content
                a_report_with_a_key_can_be_sent_again
                writers_race_for_one_request
            }
            round_trip {
                every_field_of_a_new_job_is_read_back
                every_field_of_an_import_is_read_back
                every_field_of_a_change_is_read_back
                numbers_and_times_at_their_limits_are_read_back
            }
            stats {
                where_there_is_nothing_nothing_is_counted
                jobs_are_counted_by_action_user_and_day
                rows_are_bounded_and_nothing_is_lost
                a_job_is_counted_by_its_status_now
                imports_are_counted_by_their_own_day_and_status
                repeats_and_refusals_count_nothing
                many_writers_count_together
            }
            texts {
                hostile_texts_are_kept_as_they_are
                texts_that_look_alike_are_different
                texts_at_their_limit_are_kept
            }
            transitions {
                exactly_the_legal_changes_are_taken
                exactly_the_causes_that_fit_are_taken
                a_refused_change_changes_nothing
                the_longest_way_is_taken
                a_change_replaces_what_the_last_one_said
            }
        }
    };
}

/// Hands the list of behaviours of durable stores to another macro.
#[doc(hidden)]
#[macro_export]
macro_rules! __with_durable_behaviours {
    ($callback:ident [$($arguments:tt)*]) => {
        $crate::$callback! { [$($arguments)*]
            reopening {
                an_empty_ledger_opens_again
                a_ledger_opens_as_it_was_closed
                a_ledger_goes_on_after_every_opening
                a_ledger_opens_after_callers_gave_up
            }
            handles {
                each_handle_sees_what_the_others_appended
                the_rules_hold_across_handles
                writers_with_handles_of_their_own_lose_nothing
                handles_race_for_one_job_id
                handles_race_for_one_status
                readers_see_what_other_handles_append_only_grow
                a_handle_goes_on_when_another_is_closed
            }
            kills {
                acknowledged_entries_outlive_a_kill
                a_kill_leaves_other_processes_whole
            }
        }
    };
}

/// Turns a list into an array.
#[doc(hidden)]
#[macro_export]
macro_rules! __behaviour_list {
    ([] $($module:ident { $($name:ident)* })*) => {
        &[$($(Behaviour {
            module: stringify!($module),
            name: stringify!($name),
            check: |subject| Box::pin($crate::$module::$name(subject)),
        },)*)*]
    };
}

/// Turns the list into tests.
#[doc(hidden)]
#[macro_export]
macro_rules! __behaviour_tests {
    ([$open:expr] $($module:ident { $($name:ident)* })*) => {
        $(mod $module {
            $(mod $name {
                #[test]
                fn by_reference() {
                    let check: $crate::Check = |store| Box::pin($crate::$module::$name(store));
                    $crate::Runner::default().by_reference($open, check);
                }
                #[test]
                fn boxed() {
                    let check: $crate::Check = |store| Box::pin($crate::$module::$name(store));
                    $crate::Runner::default().boxed($open, check);
                }
                #[test]
                fn shared() {
                    let check: $crate::Check = |store| Box::pin($crate::$module::$name(store));
                    $crate::Runner::default().shared($open, check);
                }
            })*
        })*
    };
}

/// Turns the list of durable behaviours into tests.
#[doc(hidden)]
#[macro_export]
macro_rules! __durable_behaviour_tests {
    ([$open:expr] $($module:ident { $($name:ident)* })*) => {
        $(mod $module {
            $(
                #[test]
                fn $name() {
                    let check: $crate::DurableCheck =
                        |ledger| Box::pin($crate::$module::$name(ledger));
                    let test = concat!(module_path!(), "::", stringify!($name));
                    $crate::Runner::default().durable(test, $open, check);
                }
            )*
        })*
    };
}

/// Every behaviour of a store, for callers who want to run them in their own way.
pub const BEHAVIOURS: &[Behaviour] = __with_behaviours!(__behaviour_list[]);

/// Every further behaviour of a durable store.
pub const DURABLE_BEHAVIOURS: &[Behaviour<DurableCheck>] =
    __with_durable_behaviours!(__behaviour_list[]);

/// Makes a module `$module` with three tests for each behaviour, one for the model, and, for a
/// durable store, one for each behaviour of its ledger.
///
/// `$open` is a closure or a function, async, that opens a store on the ledger in the folder that
/// it is given, and makes the ledger when there is none. The keyword before it says whether the
/// ledger is still there once the store is closed: `durable: $open`, or `volatile: $open`, which
/// leaves reopening, several handles and kills untested. With `durable alone: $open` only these are
/// tested, for a store that hands every call to another one. See the crate's documentation.
#[macro_export]
macro_rules! conformance {
    ($module:ident, durable: $open:expr) => {
        mod $module {
            $crate::__behaviours_of_any_store!($open);
            $crate::__with_durable_behaviours! { __durable_behaviour_tests [$open] }
        }
    };
    ($module:ident, durable alone: $open:expr) => {
        mod $module {
            $crate::__with_durable_behaviours! { __durable_behaviour_tests [$open] }
        }
    };
    ($module:ident, volatile: $open:expr) => {
        mod $module {
            $crate::__behaviours_of_any_store!($open);
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __behaviours_of_any_store {
    ($open:expr) => {
        $crate::__with_behaviours! { __behaviour_tests [$open] }
        mod model {
            #[test]
            fn answers_like_the_reference() {
                $crate::model::check($open);
            }
        }
    };
}
