//! What people send and upload, made wrong in thousands of ways: nothing may fall over, hang or be half taken, and what was
//! taken can be written out and read again. `docs/faults.md` says how to run it for longer, and how a find becomes a test.
//!
//! A target is a function from bytes to what came of them. Each begins with good files, then with those that once found
//! something (`tests/files/fuzz/TARGET/`), and changes them on and on; a change with a new outcome is changed further.

mod addresses;
mod archive;
mod documents;
mod forms;
mod harness;
mod mutate;
mod plans;
mod tables;
mod tree;
mod uploads;
mod xml;

use harness::{Shape, Target, hold};

/// What holds for everything that is taken is only held where something is: each good file is.
#[test]
fn good_files_are_taken_as_a_whole() {
    let first = |seeds: fn() -> Vec<Vec<u8>>| seeds().swap_remove(0);
    for (outcome, sign) in [
        (forms::answers(&first(forms::answer_seeds)), "+"),
        (forms::questions(&first(forms::question_seeds)), "+"),
        (tree::acts(&first(tree::seeds)), "moved"),
        (uploads::door()(&first(uploads::seeds)), "2 fields 1 files"),
        (
            documents::markdown(&first(documents::markdown_seeds)),
            "elements",
        ),
        (documents::office(&first(documents::docx_seeds)), "elements"),
        (plans::consultation(&first(plans::seeds)), "2 tracks"),
        (tables::lss(&first(tables::lss_seeds)), "questions"),
        (
            tables::questionnaires(&first(tables::questionnaire_seeds)),
            "2 sheets",
        ),
        (tables::statements(&first(tables::statement_seeds)), "1 {}"),
        (tables::statements(&first(tables::workbook_seeds)), "1 {}"),
        (addresses::typed(&first(addresses::typed_seeds)), "code"),
    ] {
        assert!(outcome.contains(sign), "{outcome} instead of {sign}");
    }
}

macro_rules! targets {
    ($($test:ident: $target:expr),* $(,)?) => { $(
        #[test]
        fn $test() {
            hold(&$target);
        }
    )* };
}

targets! {
    answers_of_every_kind_of_question: Target {
        name: "answers",
        shape: Shape::Text(forms::WORDS),
        seeds: forms::answer_seeds,
        runs: 900,
        take: || Box::new(forms::answers),
    },
    questions_as_the_desk_types_them: Target {
        name: "questions",
        shape: Shape::Text(forms::WORDS),
        seeds: forms::question_seeds,
        runs: 700,
        take: || Box::new(forms::questions),
    },
    the_tree_of_an_edition_in_work: Target {
        name: "tree",
        shape: Shape::Text(tree::WORDS),
        seeds: tree::seeds,
        runs: 300,
        take: || Box::new(tree::acts),
    },
    forms_with_and_without_files: Target {
        name: "uploads",
        shape: Shape::Text(uploads::WORDS),
        seeds: uploads::seeds,
        runs: 300,
        take: uploads::door,
    },
    strategy_documents_in_markdown: Target {
        name: "markdown",
        shape: Shape::Text(documents::WORDS),
        seeds: documents::markdown_seeds,
        runs: 300,
        take: || Box::new(documents::markdown),
    },
    documents_of_an_office: Target {
        name: "docx",
        shape: Shape::Package("word/document.xml"),
        seeds: documents::docx_seeds,
        runs: 150,
        take: || Box::new(documents::office),
    },
    surveys_of_limesurvey: Target {
        name: "lss",
        shape: Shape::Xml,
        seeds: tables::lss_seeds,
        runs: 150,
        take: || Box::new(tables::lss),
    },
    questionnaires_in_a_table: Target {
        name: "questionnaires",
        shape: Shape::Text(tables::WORDS),
        seeds: tables::questionnaire_seeds,
        runs: 500,
        take: || Box::new(tables::questionnaires),
    },
    statements_in_a_table: Target {
        name: "statements",
        shape: Shape::Text(tables::WORDS),
        seeds: tables::statement_seeds,
        runs: 500,
        take: || Box::new(tables::statements),
    },
    statements_in_a_workbook: Target {
        name: "workbook",
        shape: Shape::Package("xl/worksheets/sheet1.xml"),
        seeds: tables::workbook_seeds,
        runs: 250,
        take: || Box::new(tables::statements),
    },
    consultation_files: Target {
        name: "consultation",
        shape: Shape::Text(plans::WORDS),
        seeds: plans::seeds,
        runs: 300,
        take: || Box::new(plans::consultation),
    },
    codes_days_and_addresses_as_typed: Target {
        name: "typed",
        shape: Shape::Text(addresses::WORDS),
        seeds: addresses::typed_seeds,
        runs: 2_000,
        take: || Box::new(addresses::typed),
    },
    addresses_of_lists_searches_and_the_interface: Target {
        name: "addresses",
        shape: Shape::Text(addresses::WORDS),
        seeds: addresses::seeds,
        runs: 100,
        take: addresses::people,
    },
}
