DROP TABLE invitation_letters;
DROP TABLE organisation_invitations;
DROP TABLE organisation_registrations;
DROP TABLE member_sessions;
DROP TABLE member_links;
DROP TABLE organisation_members;
DROP TABLE organisations;
