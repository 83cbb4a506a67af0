//! One behavior suite for all providers, based on their capabilities: what is supported must work, what is not must send nothing. Each
//! behavior is a function of a [`Fixture`]; `suite!` runs it against each provider's sandbox.

#![cfg(feature = "sandbox")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "behavior/backups.rs"]
mod backups;
#[path = "behavior/capabilities.rs"]
mod capabilities;
#[path = "behavior/creates.rs"]
mod creates;
#[path = "behavior/deletes.rs"]
mod deletes;
#[path = "behavior/fixture.rs"]
mod fixture;
#[path = "behavior/lists.rs"]
mod lists;
#[path = "../src/providers.rs"]
mod providers;
#[path = "behavior/restores.rs"]
mod restores;

macro_rules! provider {
    ($module:ident $feature:literal $provider:expr, [$($behavior:path => $name:ident),* $(,)?]) => {
        #[cfg(feature = $feature)]
        mod $module {
            $(
                #[tokio::test]
                async fn $name() {
                    for fixture in super::fixture::fixtures($provider).await {
                        $behavior(&fixture).await;
                        fixture.assert_no_violations();
                    }
                }
            )*
        }
    };
}

macro_rules! suite {
    ($($(#[doc = $doc:literal])* $variant:ident $module:ident $feature:literal $title:literal $as_client:ident;)*) => {$(
        provider! { $module $feature cloudsnap::Provider::$variant, [
            super::lists::lists_existing_snapshots => lists_existing_snapshots,
            super::lists::lists_all_pages => lists_all_pages,
            super::lists::lists_of_one_machine => lists_of_one_machine,
            super::lists::filters_by_name => filters_by_name,
            super::lists::gets_one => gets_one,
            super::lists::an_unknown_one_is_not_found => an_unknown_one_is_not_found,
            super::lists::wrong_credentials_are_unauthorized => wrong_credentials_are_unauthorized,
            super::lists::reads_are_retried => reads_are_retried,
            super::lists::lists_machines => lists_machines,
            super::creates::creates_and_waits => creates_and_waits,
            super::creates::a_lost_response_creates_one => a_lost_response_creates_one,
            super::creates::a_request_that_never_arrived_is_retried => a_request_that_never_arrived_is_retried,
            super::creates::identical_creates_report_only_what_is_certain => identical_creates_report_only_what_is_certain,
            super::creates::a_snapshot_that_appears_late_is_found => a_snapshot_that_appears_late_is_found,
            super::restores::a_machine_that_appears_late_is_found => a_machine_that_appears_late_is_found,
            super::creates::another_process_resumes_the_wait => another_process_resumes_the_wait,
            super::creates::a_wait_ends_at_its_deadline => a_wait_ends_at_its_deadline,
            super::creates::a_lagging_poll_does_not_mean_gone => a_lagging_poll_does_not_mean_gone,
            super::creates::a_handle_resumes_in_the_same_process => a_handle_resumes_in_the_same_process,
            super::creates::lists_that_lag_cause_no_second_create => lists_that_lag_cause_no_second_create,
            super::creates::what_was_deleted_here_can_be_created_again_at_once => what_was_deleted_here_can_be_created_again_at_once,
            super::creates::what_was_deleted_elsewhere_is_created_again_once_that_is_certain => what_was_deleted_elsewhere_is_created_again_once_that_is_certain,
            super::creates::a_dry_run_sends_nothing => a_dry_run_sends_nothing,
            super::creates::invalid_names_are_refused_before_sending => invalid_names_are_refused_before_sending,
            super::deletes::deletes_and_waits => deletes_and_waits,
            super::deletes::deletes_a_machine_and_keeps_its_snapshots => deletes_a_machine_and_keeps_its_snapshots,
            super::deletes::a_lost_delete_of_a_machine_is_confirmed_by_its_absence => a_lost_delete_of_a_machine_is_confirmed_by_its_absence,
            super::deletes::a_delete_of_a_machine_that_never_arrived_is_not_a_success => a_delete_of_a_machine_that_never_arrived_is_not_a_success,
            super::deletes::a_lost_delete_is_confirmed => a_lost_delete_is_confirmed,
            super::deletes::a_delete_that_arrived_before_a_refusal_is_not_reported_as_refused => a_delete_that_arrived_before_a_refusal_is_not_reported_as_refused,
            super::deletes::a_lagging_poll_does_not_confirm_a_delete_that_was_never_sent => a_lagging_poll_does_not_confirm_a_delete_that_was_never_sent,
            super::deletes::a_delete_that_never_arrived_is_not_a_success => a_delete_that_never_arrived_is_not_a_success,
            super::deletes::a_rename_that_never_arrived_is_not_a_success => a_rename_that_never_arrived_is_not_a_success,
            super::deletes::deletes_several_with_an_outcome_each => deletes_several_with_an_outcome_each,
            super::deletes::renames => renames,
            super::restores::restores => restores,
            super::restores::a_restore_is_sent_once => a_restore_is_sent_once,
            super::restores::snapshots_that_are_not_ready_are_refused => snapshots_that_are_not_ready_are_refused,
            super::backups::lists_backups => lists_backups,
            super::backups::restores_a_backup => restores_a_backup,
            super::backups::enables_and_disables_backups => enables_and_disables_backups,
            super::capabilities::unsupported_actions_send_nothing => unsupported_actions_send_nothing,
        ] }
    )*};
}

providers::providers!(suite);
