//! The tables, as diesel sees them. The suite compares this file with both migrated databases.
#![expect(
    missing_docs,
    reason = "each table is described in the migration that makes it"
)]

diesel::table! {
    strategies (id) {
        id -> Text,
        slug -> Text,
        title -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    elements (id) {
        id -> Text,
        strategy_id -> Text,
        key -> Text,
        kind -> Text,
    }
}

diesel::table! {
    wordings (id) {
        id -> Text,
        element_id -> Text,
        number -> Nullable<Text>,
        title -> Text,
        text -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    editions (id) {
        id -> Text,
        strategy_id -> Text,
        number -> Integer,
        name -> Text,
        created_at -> Timestamp,
        created_by -> Text,
    }
}

diesel::table! {
    edition_elements (edition_id, position) {
        edition_id -> Text,
        position -> Integer,
        element_id -> Text,
        wording_id -> Text,
        parent_id -> Nullable<Text>,
    }
}

diesel::table! {
    edition_changes (edition_id, position) {
        edition_id -> Text,
        position -> Integer,
        element_id -> Text,
        change -> Text,
        cause_id -> Text,
    }
}

diesel::table! {
    edition_publications (edition_id) {
        edition_id -> Text,
        published_at -> Timestamp,
        published_by -> Text,
    }
}

diesel::table! {
    consultations (id) {
        id -> Text,
        slug -> Text,
        edition_id -> Text,
        title -> Text,
        lead -> Text,
        contact -> Nullable<Text>,
        releases_comments -> Bool,
        created_at -> Timestamp,
        created_by -> Text,
    }
}

diesel::table! {
    consultation_publications (consultation_id) {
        consultation_id -> Text,
        published_at -> Timestamp,
        published_by -> Text,
    }
}

diesel::table! {
    consultation_removals (consultation_id) {
        consultation_id -> Text,
        removed_at -> Timestamp,
        removed_by -> Text,
    }
}

diesel::table! {
    tracks (id) {
        id -> Text,
        consultation_id -> Text,
        position -> Integer,
        kind -> Text,
    }
}

diesel::table! {
    track_windows (id) {
        id -> Text,
        track_id -> Text,
        opens_at -> Timestamp,
        closes_at -> Timestamp,
        reason -> Nullable<Text>,
        set_at -> Timestamp,
        set_by -> Text,
    }
}

diesel::table! {
    milestones (consultation_id, position) {
        consultation_id -> Text,
        position -> Integer,
        kind -> Text,
        from_day -> Date,
        until_day -> Nullable<Date>,
        title -> Text,
        note -> Text,
    }
}

diesel::table! {
    surveys (id) {
        id -> Text,
        consultation_id -> Text,
        slug -> Text,
        position -> Integer,
        element_id -> Nullable<Text>,
        is_profile -> Bool,
        title -> Text,
        intro -> Text,
    }
}

diesel::table! {
    questions (id) {
        id -> Integer,
        survey_id -> Text,
        key -> Text,
        position -> Integer,
        kind -> Text,
        element_id -> Nullable<Text>,
        wording_id -> Nullable<Text>,
        text -> Text,
        help -> Text,
        is_required -> Bool,
    }
}

diesel::table! {
    question_options (question_id, axis, code) {
        question_id -> Integer,
        axis -> Text,
        code -> Integer,
        key -> Text,
        label -> Text,
    }
}

diesel::table! {
    participations (id) {
        id -> Text,
        consultation_id -> Text,
        secret_hash -> Nullable<Text>,
        channel -> Text,
        started_on -> Date,
        submitted_on -> Nullable<Date>,
        withdrawn_on -> Nullable<Date>,
    }
}

diesel::table! {
    drafts (participation_id, question_id) {
        participation_id -> Text,
        question_id -> Integer,
        answer -> Text,
    }
}

diesel::table! {
    import_batches (id) {
        id -> Text,
        survey_id -> Text,
        sha256 -> Text,
        channel -> Text,
        questionnaires -> BigInt,
        imported_at -> Timestamp,
        imported_by -> Text,
    }
}

diesel::table! {
    questionnaires (id) {
        id -> Text,
        survey_id -> Text,
        participation_id -> Text,
        channel -> Text,
        received_on -> Date,
        batch_id -> Nullable<Text>,
    }
}

diesel::table! {
    answers (questionnaire_id, question_id, part) {
        questionnaire_id -> Text,
        question_id -> Integer,
        part -> Integer,
        code -> Nullable<Integer>,
        text -> Nullable<Text>,
    }
}

diesel::table! {
    tallies (question_id, part, code) {
        question_id -> Integer,
        part -> Integer,
        code -> Integer,
        n -> BigInt,
    }
}

diesel::table! {
    survey_days (survey_id, day, channel) {
        survey_id -> Text,
        day -> Date,
        channel -> Text,
        n -> BigInt,
    }
}

diesel::table! {
    headcounts (consultation_id, day, channel) {
        consultation_id -> Text,
        day -> Date,
        channel -> Text,
        n -> BigInt,
    }
}

diesel::table! {
    result_publications (id) {
        id -> Text,
        consultation_id -> Text,
        number -> Integer,
        published_at -> Timestamp,
        published_by -> Text,
        sha256 -> Text,
        body -> Text,
    }
}

diesel::table! {
    journal (id) {
        id -> Text,
        at -> Timestamp,
        actor -> Text,
        act -> Text,
        subject -> Text,
        detail -> Text,
    }
}

diesel::table! {
    installation (key) {
        key -> Text,
        value -> Text,
    }
}

diesel::table! {
    public_state (id) {
        id -> Integer,
        version -> BigInt,
    }
}

diesel::table! {
    last_commits (hand) {
        hand -> Text,
        mark -> BigInt,
    }
}

diesel::table! {
    accounts (id) {
        id -> Text,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        factor_seed -> Nullable<Text>,
        factor_step -> Nullable<BigInt>,
        oidc_subject -> Nullable<Text>,
        created_at -> Timestamp,
        created_by -> Text,
        disabled_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    account_roles (account_id, role) {
        account_id -> Text,
        role -> Text,
        granted_at -> Timestamp,
        granted_by -> Text,
    }
}

diesel::table! {
    account_links (secret_hash) {
        secret_hash -> Text,
        account_id -> Nullable<Text>,
        purpose -> Text,
        made_at -> Timestamp,
        made_by -> Text,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    recovery_codes (account_id, code_hash) {
        account_id -> Text,
        code_hash -> Text,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sessions (secret_hash) {
        secret_hash -> Text,
        account_id -> Text,
        stage -> Text,
        started_at -> Timestamp,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        kind -> Text,
        recipient -> Text,
        subject -> Text,
        body -> Text,
        created_at -> Timestamp,
        due_at -> Timestamp,
        attempts -> Integer,
        sent_at -> Nullable<Timestamp>,
        given_up_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        unsubscribe_url -> Nullable<Text>,
        about -> Nullable<Text>,
        is_awaited -> Nullable<Bool>,
    }
}

diesel::table! {
    subscriptions (id) {
        id -> Text,
        consultation_id -> Text,
        address -> Text,
        address_hash -> Text,
        lang -> Text,
        pace -> Text,
        asked_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        mailed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    notices (subscription_id, occasion) {
        subscription_id -> Text,
        occasion -> Text,
        told_at -> Timestamp,
    }
}

diesel::table! {
    asked_mails (id) {
        id -> Text,
        address_hash -> Text,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    resident_accounts (id) {
        id -> Text,
        address -> Text,
        address_hash -> Text,
        lang -> Text,
        made_on -> Date,
        seen_on -> Date,
    }
}

diesel::table! {
    resident_links (secret_hash) {
        secret_hash -> Text,
        resident_id -> Nullable<Text>,
        address -> Text,
        address_hash -> Text,
        lang -> Text,
        made_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    resident_sessions (secret_hash) {
        secret_hash -> Text,
        resident_id -> Text,
        started_at -> Timestamp,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    resident_codes (id) {
        id -> Text,
        resident_id -> Text,
        code_hash -> Text,
        sealed -> Text,
        kept_on -> Date,
    }
}

diesel::table! {
    page_versions (id) {
        id -> Text,
        slug -> Text,
        lang -> Text,
        title -> Text,
        body -> Text,
        state -> Text,
        written_at -> Timestamp,
        written_by -> Text,
    }
}

diesel::table! {
    feedback (id) {
        id -> Text,
        received_on -> Date,
        text -> Text,
        reply_to -> Nullable<Text>,
        done_at -> Nullable<Timestamp>,
        done_by -> Nullable<Text>,
    }
}

diesel::table! {
    consultation_languages (consultation_id, lang) {
        consultation_id -> Text,
        lang -> Text,
        position -> Integer,
    }
}

diesel::table! {
    translations (kind, subject, lang) {
        kind -> Text,
        subject -> Text,
        lang -> Text,
        parts -> Text,
        source -> Text,
        written_at -> Timestamp,
        written_by -> Text,
        approved_at -> Nullable<Timestamp>,
        approved_by -> Nullable<Text>,
    }
}

diesel::table! {
    edition_drafts (id) {
        id -> Text,
        strategy_id -> Text,
        base_id -> Nullable<Text>,
        version -> Integer,
        created_at -> Timestamp,
        created_by -> Text,
        edition_id -> Nullable<Text>,
        discarded_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    edition_draft_versions (draft_id, version) {
        draft_id -> Text,
        version -> Integer,
        parent -> Nullable<Integer>,
        act -> Text,
        element_kind -> Nullable<Text>,
        element_name -> Nullable<Text>,
        tree -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    edition_uploads (id) {
        id -> Text,
        strategy_id -> Text,
        file_name -> Text,
        markdown -> Text,
        choices -> Text,
        uploaded_at -> Timestamp,
        uploaded_by -> Text,
    }
}

diesel::table! {
    edition_origins (edition_id, element_id, from_id) {
        edition_id -> Text,
        element_id -> Text,
        from_id -> Text,
        kind -> Text,
    }
}

diesel::table! {
    edition_states (id) {
        id -> Text,
        edition_id -> Text,
        state -> Text,
        on_day -> Nullable<Date>,
        note -> Nullable<Text>,
        set_at -> Timestamp,
        set_by -> Text,
    }
}

diesel::table! {
    consultation_access (consultation_id) {
        consultation_id -> Text,
        mode -> Text,
    }
}

diesel::table! {
    access_code_batches (id) {
        id -> Text,
        consultation_id -> Text,
        name -> Text,
        codes -> Integer,
        sealed -> Nullable<Text>,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    access_codes (secret_hash) {
        secret_hash -> Text,
        batch_id -> Text,
        used -> Bool,
    }
}

diesel::table! {
    invited_participations (participation_id) {
        participation_id -> Text,
    }
}

diesel::table! {
    question_conditions (question_id) {
        question_id -> Integer,
        depends_on -> Integer,
        codes -> Text,
    }
}

diesel::table! {
    question_corrections (id) {
        id -> Text,
        question_id -> Integer,
        part -> Text,
        before -> Text,
        after -> Text,
        note -> Text,
        corrected_at -> Timestamp,
        corrected_by -> Text,
    }
}

diesel::table! {
    paper_batches (id) {
        id -> Text,
        consultation_id -> Text,
        name -> Text,
        channel -> Text,
        opened_at -> Timestamp,
        opened_by -> Text,
        entered_at -> Nullable<Timestamp>,
        entered_by -> Nullable<Text>,
    }
}

diesel::table! {
    paper_sheets (batch_id, number) {
        batch_id -> Text,
        number -> Integer,
        received_on -> Date,
        answers -> Text,
        typed_at -> Timestamp,
        typed_by -> Text,
        checked_at -> Nullable<Timestamp>,
        checked_by -> Nullable<Text>,
        nonce -> Text,
    }
}

diesel::table! {
    free_texts (id) {
        id -> Text,
        source -> Text,
        question_id -> Nullable<Integer>,
        questionnaire_id -> Nullable<Text>,
        state -> Text,
        redacted -> Nullable<Text>,
    }
}

diesel::table! {
    text_decisions (id) {
        id -> Text,
        text_id -> Text,
        decision -> Text,
        reason -> Nullable<Text>,
        note -> Nullable<Text>,
        decided_at -> Timestamp,
        decided_by -> Text,
    }
}

diesel::table! {
    text_objections (text_id) {
        text_id -> Text,
        text -> Text,
        made_on -> Date,
        answer -> Nullable<Text>,
        answered_at -> Nullable<Timestamp>,
        answered_by -> Nullable<Text>,
    }
}

diesel::table! {
    organisations (id) {
        id -> Text,
        name -> Text,
        folded_name -> Text,
        kind -> Text,
        postal_address -> Text,
        email -> Text,
        state -> Text,
        reason -> Nullable<Text>,
        registered_for -> Nullable<Text>,
        made_at -> Timestamp,
        made_by -> Text,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<Text>,
    }
}

diesel::table! {
    organisation_members (id) {
        id -> Text,
        organisation_id -> Text,
        name -> Text,
        email -> Text,
        is_author -> Bool,
        is_signatory -> Bool,
        made_at -> Timestamp,
        made_by -> Text,
        joined_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    member_links (secret_hash) {
        secret_hash -> Text,
        member_id -> Text,
        made_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    member_sessions (secret_hash) {
        secret_hash -> Text,
        member_id -> Text,
        started_at -> Timestamp,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    organisation_registrations (secret_hash) {
        secret_hash -> Text,
        consultation_id -> Text,
        name -> Text,
        kind -> Text,
        postal_address -> Text,
        person -> Text,
        email -> Text,
        made_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    organisation_invitations (id) {
        id -> Text,
        consultation_id -> Text,
        organisation_id -> Text,
        added_at -> Timestamp,
        added_by -> Text,
        taken_up_at -> Nullable<Timestamp>,
        declined_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    invitation_letters (secret_hash) {
        secret_hash -> Text,
        invitation_id -> Text,
        mail -> Text,
        sent_at -> Timestamp,
        sent_by -> Text,
    }
}

diesel::table! {
    statements (id) {
        id -> Text,
        consultation_id -> Text,
        organisation_id -> Nullable<Text>,
        participation_id -> Nullable<Text>,
        own_key -> Nullable<Text>,
        entry_key -> Nullable<Text>,
        channel -> Text,
        number -> Nullable<Integer>,
        made_at -> Timestamp,
        made_by -> Text,
        erased_on -> Nullable<Date>,
    }
}

diesel::table! {
    statement_addresses (statement_id, email) {
        statement_id -> Text,
        email -> Text,
        lang -> Text,
        secret_hash -> Text,
        asked_at -> Nullable<Timestamp>,
        confirmed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    statement_versions (id) {
        id -> Text,
        statement_id -> Text,
        n -> Integer,
        state -> Text,
        is_nil -> Bool,
        may_publish -> Bool,
        names_nobody -> Bool,
        written_on -> Nullable<Date>,
        saved_at -> Timestamp,
        saved_by -> Text,
        handed_in_at -> Nullable<Timestamp>,
        handed_in_by -> Nullable<Text>,
        deadline -> Nullable<Timestamp>,
        withdrawn_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    statement_parts (version_id, position) {
        version_id -> Text,
        position -> Integer,
        element_id -> Nullable<Text>,
        wording_id -> Nullable<Text>,
        text -> Text,
    }
}

diesel::table! {
    statement_submitters (version_id, position) {
        version_id -> Text,
        position -> Integer,
        name -> Text,
        behalf -> Text,
        email -> Text,
        postal_address -> Text,
    }
}

diesel::table! {
    statement_files (id) {
        id -> Text,
        version_id -> Text,
        position -> Integer,
        sha256 -> Text,
        media -> Text,
        bytes -> BigInt,
        name -> Text,
    }
}

diesel::table! {
    statement_decisions (id) {
        id -> Text,
        statement_id -> Text,
        kind -> Text,
        outcome -> Text,
        reason -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    deadline_requests (id) {
        id -> Text,
        consultation_id -> Text,
        organisation_id -> Text,
        wished_for -> Date,
        reason -> Text,
        made_at -> Timestamp,
        made_by -> Text,
        decision -> Nullable<Text>,
        decision_reason -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
        decided_by -> Nullable<Text>,
    }
}

diesel::table! {
    deadline_grants (id) {
        id -> Text,
        consultation_id -> Text,
        organisation_id -> Text,
        closes_at -> Timestamp,
        reason -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    deadline_reminders (consultation_id, organisation_id, closes_at, days_before) {
        consultation_id -> Text,
        organisation_id -> Text,
        closes_at -> Timestamp,
        days_before -> Integer,
        sent_at -> Timestamp,
    }
}

diesel::table! {
    comments (id) {
        id -> Text,
        consultation_id -> Text,
        participation_id -> Text,
        element_id -> Text,
        wording_id -> Text,
        text -> Text,
        name -> Nullable<Text>,
        given_on -> Date,
        supports -> BigInt,
        digest -> Text,
    }
}

diesel::table! {
    comment_supports (comment_id, participation_id) {
        comment_id -> Text,
        participation_id -> Text,
    }
}

diesel::table! {
    comment_answers (id) {
        id -> Text,
        comment_id -> Text,
        text -> Nullable<Text>,
        written_at -> Timestamp,
        written_by -> Text,
    }
}

diesel::table! {
    comment_reports (id) {
        id -> Text,
        comment_id -> Text,
        reason -> Text,
        words -> Text,
        reported_on -> Date,
        settled_at -> Nullable<Timestamp>,
        settled_by -> Nullable<Text>,
    }
}

diesel::table! {
    contributions (text_id) {
        text_id -> Text,
        consultation_id -> Text,
        element_id -> Nullable<Text>,
        wording_id -> Nullable<Text>,
        kind -> Text,
        channel -> Text,
        mark -> Nullable<Integer>,
        text -> Text,
        taken_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    contribution_words (stem, text_id) {
        stem -> Text,
        text_id -> Text,
    }
}

diesel::table! {
    segments (text_id) {
        text_id -> Text,
        version_id -> Text,
        part -> Nullable<Integer>,
        first_paragraph -> Nullable<Integer>,
        last_paragraph -> Nullable<Integer>,
        element_id -> Nullable<Text>,
        wording_id -> Nullable<Text>,
        text -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    themes (id) {
        id -> Text,
        consultation_id -> Text,
        element_id -> Nullable<Text>,
        name -> Text,
        about -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    readings (text_id, coder) {
        text_id -> Text,
        coder -> Text,
        note -> Text,
        read_at -> Timestamp,
    }
}

diesel::table! {
    codings (text_id, coder, theme_id) {
        text_id -> Text,
        coder -> Text,
        theme_id -> Text,
    }
}

diesel::table! {
    suggestions (text_id, coder, theme_id) {
        text_id -> Text,
        coder -> Text,
        theme_id -> Text,
        is_accepted -> Bool,
    }
}

diesel::table! {
    assessments (id) {
        id -> Text,
        theme_id -> Nullable<Text>,
        text_id -> Nullable<Text>,
        position -> Text,
        reason -> Text,
        office -> Text,
        state -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    text_blocks (id) {
        id -> Text,
        title -> Text,
        text -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    outcome_releases (consultation_id, audience) {
        consultation_id -> Text,
        audience -> Text,
        released_at -> Timestamp,
        released_by -> Text,
    }
}

diesel::table! {
    outcome_mails (consultation_id, edition_id, recipient) {
        consultation_id -> Text,
        edition_id -> Text,
        recipient -> Text,
        told_at -> Timestamp,
    }
}

diesel::table! {
    causes (id) {
        id -> Text,
        kind -> Text,
        theme_id -> Nullable<Text>,
        reason -> Text,
    }
}

diesel::table! {
    cause_themes (cause_id, theme_id) {
        cause_id -> Text,
        theme_id -> Text,
    }
}

diesel::table! {
    bodies (id) {
        id -> Text,
        name -> Text,
        folded_name -> Text,
        short_name -> Text,
        kind -> Text,
        position -> Integer,
        made_at -> Timestamp,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    body_members (body_id, account_id) {
        body_id -> Text,
        account_id -> Text,
    }
}

diesel::table! {
    papers (id) {
        id -> Text,
        reference -> Text,
        folded_reference -> Text,
        kind -> Text,
        subject -> Text,
        summary -> Text,
        office -> Text,
        co_offices -> Text,
        clerk -> Text,
        names_clerk -> Bool,
        dated_on -> Date,
        edition_id -> Nullable<Text>,
        version -> Integer,
        made_at -> Timestamp,
        made_by -> Text,
        published_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    deliberations (id) {
        id -> Text,
        paper_id -> Text,
        body_id -> Text,
        on_day -> Date,
        position -> Integer,
        role -> Text,
        is_public -> Bool,
        outcome -> Nullable<Text>,
        vote -> Nullable<Text>,
        yes -> Nullable<Integer>,
        no -> Nullable<Integer>,
        abstentions -> Nullable<Integer>,
        wording -> Text,
        version -> Integer,
        removed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    paper_files (id) {
        id -> Text,
        paper_id -> Text,
        position -> Integer,
        sha256 -> Text,
        media -> Text,
        bytes -> BigInt,
        name -> Text,
    }
}

diesel::table! {
    paper_decisions (paper_id) {
        paper_id -> Text,
        deliberation_id -> Text,
        draft_id -> Text,
        made_at -> Timestamp,
        made_by -> Text,
    }
}

diesel::table! {
    council_traces (kind, id) {
        kind -> Text,
        id -> Text,
        digest -> Text,
        created_at -> Timestamp,
        changed_at -> Timestamp,
        deleted_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    retention_overrides (consultation_id, class) {
        consultation_id -> Text,
        class -> Text,
        months -> Integer,
        set_at -> Timestamp,
        set_by -> Text,
    }
}

diesel::table! {
    erasures (digest) {
        digest -> Text,
        kind -> Text,
        salt -> Text,
        erased_on -> Date,
    }
}

diesel::table! {
    log_entries (id) {
        id -> Text,
        written_on -> Date,
        record -> Text,
        position -> Nullable<BigInt>,
    }
}

diesel::table! {
    log_seals (entry_id) {
        entry_id -> Text,
        subject -> Text,
        owner -> Nullable<Text>,
        salt -> Text,
    }
}

diesel::table! {
    log_nodes (level, position) {
        level -> Integer,
        position -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    log_checkpoints (size) {
        size -> BigInt,
        root -> Text,
        epoch -> Integer,
        made_at -> Timestamp,
    }
}

/// Says by which column two tables are joined; both may then stand in one query.
macro_rules! joined {
    ($($child:ident -> $parent:ident ($column:ident);)+) => { $(
        diesel::joinable!($child -> $parent ($column));
        diesel::allow_tables_to_appear_in_same_query!($child, $parent);
    )+ };
}

/// Which tables may stand in one query besides those that are joined directly: pairs that some function uses side by
/// side. Not all pairs of all tables, as diesel writes ten impls for each, which made the build a third slower.
macro_rules! together {
    ($($table:ident: $($other:ident),+;)+) => { $($(
        diesel::allow_tables_to_appear_in_same_query!($table, $other);
    )+)+ };
}

joined! {
    log_seals -> log_entries (entry_id);
    elements -> strategies (strategy_id);
    wordings -> elements (element_id);
    editions -> strategies (strategy_id);
    edition_elements -> editions (edition_id);
    edition_elements -> wordings (wording_id);
    edition_changes -> editions (edition_id);
    edition_changes -> elements (element_id);
    edition_publications -> editions (edition_id);
    consultations -> editions (edition_id);
    consultation_publications -> consultations (consultation_id);
    consultation_removals -> consultations (consultation_id);
    tracks -> consultations (consultation_id);
    track_windows -> tracks (track_id);
    milestones -> consultations (consultation_id);
    surveys -> consultations (consultation_id);
    surveys -> elements (element_id);
    questions -> surveys (survey_id);
    questions -> elements (element_id);
    questions -> wordings (wording_id);
    question_options -> questions (question_id);
    participations -> consultations (consultation_id);
    drafts -> participations (participation_id);
    drafts -> questions (question_id);
    import_batches -> surveys (survey_id);
    questionnaires -> surveys (survey_id);
    questionnaires -> participations (participation_id);
    questionnaires -> import_batches (batch_id);
    answers -> questionnaires (questionnaire_id);
    answers -> questions (question_id);
    tallies -> questions (question_id);
    survey_days -> surveys (survey_id);
    headcounts -> consultations (consultation_id);
    result_publications -> consultations (consultation_id);
    subscriptions -> consultations (consultation_id);
    notices -> subscriptions (subscription_id);
    resident_links -> resident_accounts (resident_id);
    resident_sessions -> resident_accounts (resident_id);
    resident_codes -> resident_accounts (resident_id);
    account_roles -> accounts (account_id);
    account_links -> accounts (account_id);
    recovery_codes -> accounts (account_id);
    sessions -> accounts (account_id);
    edition_drafts -> strategies (strategy_id);
    edition_draft_versions -> edition_drafts (draft_id);
    edition_uploads -> strategies (strategy_id);
    edition_origins -> editions (edition_id);
    edition_states -> editions (edition_id);
    consultation_languages -> consultations (consultation_id);
    consultation_access -> consultations (consultation_id);
    access_code_batches -> consultations (consultation_id);
    access_codes -> access_code_batches (batch_id);
    invited_participations -> participations (participation_id);
    question_corrections -> questions (question_id);
    paper_batches -> consultations (consultation_id);
    paper_sheets -> paper_batches (batch_id);
    free_texts -> questions (question_id);
    free_texts -> questionnaires (questionnaire_id);
    text_decisions -> free_texts (text_id);
    text_objections -> free_texts (text_id);
    organisation_members -> organisations (organisation_id);
    member_links -> organisation_members (member_id);
    member_sessions -> organisation_members (member_id);
    organisation_registrations -> consultations (consultation_id);
    organisation_invitations -> consultations (consultation_id);
    organisation_invitations -> organisations (organisation_id);
    invitation_letters -> organisation_invitations (invitation_id);
    statements -> consultations (consultation_id);
    statements -> organisations (organisation_id);
    statement_versions -> statements (statement_id);
    statement_parts -> statement_versions (version_id);
    statement_parts -> elements (element_id);
    statement_submitters -> statement_versions (version_id);
    statement_files -> statement_versions (version_id);
    statement_decisions -> statements (statement_id);
    statement_addresses -> statements (statement_id);
    deadline_requests -> organisations (organisation_id);
    deadline_grants -> organisations (organisation_id);
    comments -> free_texts (id);
    comments -> consultations (consultation_id);
    comments -> participations (participation_id);
    comments -> elements (element_id);
    comments -> wordings (wording_id);
    comment_supports -> comments (comment_id);
    comment_answers -> comments (comment_id);
    comment_reports -> comments (comment_id);
    contributions -> free_texts (text_id);
    contributions -> consultations (consultation_id);
    contributions -> elements (element_id);
    contribution_words -> contributions (text_id);
    segments -> contributions (text_id);
    segments -> statement_versions (version_id);
    themes -> consultations (consultation_id);
    readings -> contributions (text_id);
    codings -> contributions (text_id);
    codings -> themes (theme_id);
    suggestions -> themes (theme_id);
    assessments -> themes (theme_id);
    assessments -> contributions (text_id);
    edition_changes -> causes (cause_id);
    cause_themes -> causes (cause_id);
    cause_themes -> themes (theme_id);
    body_members -> bodies (body_id);
    body_members -> accounts (account_id);
    deliberations -> papers (paper_id);
    deliberations -> bodies (body_id);
    paper_files -> papers (paper_id);
    paper_decisions -> papers (paper_id);
    paper_decisions -> deliberations (deliberation_id);
    paper_decisions -> edition_drafts (draft_id);
    retention_overrides -> consultations (consultation_id);
}

together! {
    access_code_batches: consultation_access, paper_batches, paper_sheets;
    access_codes: consultation_access, paper_batches, paper_sheets;
    account_links: account_roles;
    account_roles: sessions;
    accounts: outbox;
    answers: codings, comments, contribution_words, contributions, free_texts, invited_participations, participations, surveys, tallies, text_decisions, text_objections;
    asked_mails: notices, outbox, subscriptions;
    comment_answers: comment_reports, free_texts;
    comment_reports: free_texts, text_objections;
    codings: contribution_words, free_texts, readings;
    comment_supports: elements, free_texts, wordings;
    comments: questionnaires, statements, text_decisions, text_objections;
    cause_themes: edition_changes, edition_publications, editions, elements, strategies;
    consultation_access: paper_batches, paper_sheets;
    consultation_languages: consultation_publications, consultation_removals, surveys, translations;
    consultation_publications: consultation_removals, editions, strategies, tracks;
    consultation_removals: editions, strategies, surveys, translations;
    contribution_words: free_texts, readings;
    consultations: edition_drafts, elements, paper_sheets, questions, strategies, translations, wordings;
    deadline_grants: deadline_requests, statement_versions, statements;
    deadline_requests: statement_versions, statements;
    deliberations: edition_drafts;
    drafts: paper_batches, paper_sheets, questionnaires, surveys;
    edition_changes: edition_publications, strategies, edition_drafts, edition_elements, edition_origins;
    edition_drafts: edition_elements, edition_origins, edition_states, edition_uploads, editions;
    edition_elements: edition_origins, edition_publications, elements, strategies;
    edition_origins: strategies;
    edition_publications: edition_states, elements, strategies;
    edition_uploads: editions;
    editions: elements, tracks, wordings;
    elements: free_texts, text_decisions, text_objections;
    feedback: journal, outbox;
    free_texts: wordings;
    headcounts: participations;
    installation: journal, strategies;
    invitation_letters: organisation_registrations, organisations, outbox;
    invited_participations: questionnaires;
    journal: strategies;
    member_links: member_sessions, organisations;
    member_sessions: organisations;
    notices: outbox;
    organisation_invitations: organisation_registrations, participations;
    organisation_registrations: organisations;
    organisations: outbox;
    outbox: subscriptions;
    paper_batches: participations, questionnaires, questions, surveys;
    paper_sheets: participations, questionnaires, questions, surveys;
    paper_decisions: strategies;
    papers: edition_drafts;
    participations: questions, surveys;
    question_conditions: question_corrections, question_options, questions, translations;
    question_corrections: question_options, translations;
    question_options: translations;
    assessments: codings, readings;
    codings: segments;
    free_texts: readings;
    questionnaires: questions, survey_days, text_decisions, text_objections;
    questions: translations;
    statement_files: statement_parts, statement_submitters;
    statement_parts: statement_submitters, statements;
    strategies: tracks, wordings;
    surveys: tallies, translations, wordings;
    text_decisions: text_objections, wordings;
    text_objections: wordings;
}

diesel::allow_columns_to_appear_in_same_group_by_clause!(
    edition_elements::edition_id,
    elements::kind,
);

diesel::allow_columns_to_appear_in_same_group_by_clause!(codings::theme_id, contributions::kind,);
