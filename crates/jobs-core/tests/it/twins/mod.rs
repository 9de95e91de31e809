//! What is allowed in place of each attempt in `tests/ui/fail`: a twin of the same name, compiled
//! and run as a part of these tests.

macro_rules! twins {
    ($($name:ident,)+) => {
        $(
            mod $name;

            #[test]
            fn $name() {
                $name::main();
            }
        )+

        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

twins! {
    append_an_entry,
    change_a_checked_text,
    change_a_field_of_an_entry,
    change_a_head,
    change_the_customers_of_a_job,
    change_the_memory_of_a_store,
    change_through_a_getter,
    clear_the_store,
    default_entry,
    default_head,
    delete_a_job,
    deserialise_a_head,
    deserialise_an_answer,
    deserialise_an_entry,
    forge_an_answer,
    invalid_action_code,
    invalid_cid,
    invalid_http_status,
    invalid_job_id,
    invalid_note,
    invalid_page_limit,
    invalid_payload,
    invalid_time,
    invalid_user_id,
    job_without_customers,
    leave_out_a_method_when_delegating,
    mint_a_head,
    mint_an_entry,
    mint_an_entry_by_function,
    mutable_draft_of_an_entry,
    status_of_ones_own,
    truncate_the_ledger,
    unsorted_customers,
    unsorted_outcomes,
    update_a_job,
}
