//! Trialog: residents, the administration and the council of a town work on one strategy document together.

pub mod base;

pub mod account;
pub mod translation;

pub mod legal;

pub mod strategy;

pub mod consultation;

pub mod transparency;

pub mod organisation;

pub mod participation;

pub mod survey;

pub mod comment;

pub mod statement;

pub mod languages;
pub mod moderation;

pub mod theme;

pub mod assessment;

pub mod evaluation;

pub mod opendata;

pub mod revision;

pub mod council;

pub mod briefing;

pub mod oparl;

pub mod notice;

pub mod resident;

pub mod retention;

pub mod portal;

pub mod journal;

pub mod desk;

pub mod routes;

pub mod demo;

pub mod command;
