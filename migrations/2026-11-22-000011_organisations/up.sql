-- Organisations take part as parties of their own: who they are, who acts for them, and to which consultation they were
-- invited. Statements build on it.
-- kind: 'association', 'public_body', 'company', 'other'; state: 'invited', 'waiting', 'confirmed', 'refused', 'closed'.
CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- As names are compared: small letters, single spaces.
    folded_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    email TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Why it was refused; the organisation is told.
    reason TEXT,
    -- The consultation for which it asked to be let in.
    registered_for TEXT REFERENCES consultations (id),
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    decided_at TIMESTAMP,
    decided_by TEXT
);
CREATE INDEX organisations_by_name ON organisations (folded_name);
CREATE INDEX organisations_registered_for ON organisations (registered_for);

-- People who act for an organisation: authors write, signatories hand in. Somebody may act for several.
CREATE TABLE organisation_members (
    id TEXT NOT NULL PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    is_author BOOLEAN NOT NULL,
    is_signatory BOOLEAN NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    -- The first time she came in.
    joined_at TIMESTAMP,
    UNIQUE (organisation_id, email)
);
CREATE INDEX members_by_email ON organisation_members (email);

-- Links by mail that let a member in, once. Only a keyed hash is kept.
CREATE TABLE member_links (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES organisation_members (id),
    made_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX links_of_member ON member_links (member_id);

-- Apart from the sessions of the administration: none of these can open the desk.
CREATE TABLE member_sessions (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES organisation_members (id),
    started_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_of_member ON member_sessions (member_id);

-- What somebody typed to register an organisation, until the address is confirmed or two days are over.
CREATE TABLE organisation_registrations (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    person TEXT NOT NULL,
    email TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX registrations_by_email ON organisation_registrations (email);
CREATE INDEX registrations_of_consultation ON organisation_registrations (consultation_id);

-- Who is asked for a statement on a consultation.
CREATE TABLE organisation_invitations (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    added_at TIMESTAMP NOT NULL,
    added_by TEXT NOT NULL,
    -- Somebody of the organisation has taken it up, or let us know that nothing will come.
    taken_up_at TIMESTAMP,
    declined_at TIMESTAMP,
    UNIQUE (consultation_id, organisation_id)
);
CREATE INDEX invitations_of_organisation ON organisation_invitations (organisation_id);

-- Each mail with an invitation. Its row in the outbox says whether it has left.
CREATE TABLE invitation_letters (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    invitation_id TEXT NOT NULL REFERENCES organisation_invitations (id),
    mail TEXT NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    sent_by TEXT NOT NULL
);
CREATE INDEX letters_of_invitation ON invitation_letters (invitation_id);
