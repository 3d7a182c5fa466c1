//! Files as LimeSurvey writes them, in both dialects, and files that mean harm.

use super::*;
use crate::survey::model::QuestionKind;

const OLD: &str = include_str!("../../../../tests/files/limesurvey-3.lss");
const NEW: &str = include_str!("../../../../tests/files/limesurvey-6.lss");

fn question<'a>(lime: &'a Lime, key: &str) -> &'a NewQuestion {
    let mut all = lime
        .groups
        .iter()
        .flat_map(|group| &group.questions)
        .map(|taken| &taken.question);
    all.find(|question| question.key == key)
        .unwrap_or_else(|| panic!("no question {key}"))
}

fn lost(lime: &Lime, place: &str, what: What) -> bool {
    lime.losses
        .iter()
        .any(|loss| loss.place == place && loss.what == what)
}

#[test]
fn both_dialects_tell_the_same_survey() {
    let (old, new) = (read(OLD.as_bytes()).unwrap(), read(NEW.as_bytes()).unwrap());
    assert_eq!((&old.title, &old.intro), (&new.title, &new.intro));
    assert_eq!(old.title, "Mobilität in Lindenau");
    for (a, b) in old.groups.iter().zip(&new.groups) {
        assert_eq!((&a.title, &a.text), (&b.title, &b.text));
        for (a, b) in a.questions.iter().zip(&b.questions) {
            assert_eq!(format!("{a:?}"), format!("{b:?}"));
        }
        assert_eq!(a.questions.len(), b.questions.len());
    }
    assert_eq!(old.losses, new.losses);
}

#[test]
fn kinds_options_rows_and_help_come_over() {
    let lime = read(NEW.as_bytes()).unwrap();
    let way = question(&lime, "weg");
    assert_eq!((way.kind, way.is_required), (QuestionKind::Single, true));
    assert_eq!(way.text, "Wie kommen Sie meistens in die Innenstadt?");
    assert_eq!(way.help, "Bitte wählen Sie eine Antwort.");
    let labels: Vec<_> = way
        .options
        .iter()
        .map(|o| (o.code, o.key.as_str(), o.label.as_str()))
        .collect();
    assert_eq!(
        labels,
        [
            (1, "a1", "zu Fuß"),
            (2, "a2", "mit dem Rad"),
            (3, "a3", "mit Bus & Bahn"),
            (4, "other", "Anders")
        ]
    );
    assert_eq!(question(&lime, "weg-other").kind, QuestionKind::ShortText);
    let scale = question(&lime, "zufrieden");
    assert_eq!(scale.kind, QuestionKind::Scale);
    assert_eq!((scale.items.len(), scale.options.len()), (2, 5));
    assert_eq!(scale.items[1].label, "Radwege");
    assert_eq!(question(&lime, "rang").kind, QuestionKind::Ranking);
    assert_eq!(question(&lime, "seit").kind, QuestionKind::Date);
    assert_eq!(question(&lime, "kinder").kind, QuestionKind::Number);
    assert_eq!(question(&lime, "idee").kind, QuestionKind::LongText);
    assert_eq!(question(&lime, "ziele").options.len(), 3);
}

#[test]
fn what_is_not_taken_over_is_said_with_its_place() {
    let lime = read(NEW.as_bytes()).unwrap();
    assert!(lost(&lime, "", What::Language));
    assert!(lost(&lime, "", What::Quotas));
    assert!(lost(&lime, "", What::EndText));
    assert!(lost(&lime, "FOTO", What::Upload));
    assert!(lost(&lime, "weg", What::Other));
    assert!(lost(&lime, "kinder", What::Validation));
    assert!(lost(&lime, "idee", What::Script));
}

/// A file of a very old LimeSurvey: two questions, and a condition in the table of conditions.
fn old_file(conditions: &str) -> String {
    let row = |cells: &[(&str, &str)]| {
        let cells = cells
            .iter()
            .map(|(name, text)| format!("<{name}>{text}</{name}>"));
        format!("<row>{}</row>", cells.collect::<String>())
    };
    let question = |id, title, kind, order| {
        row(&[
            ("qid", id),
            ("parent_qid", "0"),
            ("gid", "2"),
            ("type", kind),
            ("title", title),
            ("question", title),
            ("question_order", order),
            ("language", "de"),
        ])
    };
    let part = |parent, code| {
        row(&[
            ("qid", code),
            ("parent_qid", parent),
            ("gid", "2"),
            ("title", code),
            ("question", code),
            ("language", "de"),
        ])
    };
    let answer = |code| {
        row(&[
            ("qid", "34"),
            ("code", code),
            ("answer", code),
            ("language", "de"),
        ])
    };
    format!(
        "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>\
         <groups><rows>{}</rows></groups><questions><rows>{}{}{}</rows></questions>\
         <subquestions><rows>{}{}</rows></subquestions><answers><rows>{}{}</rows></answers>\
         <conditions><rows>{conditions}</rows></conditions></document>",
        row(&[("gid", "2"), ("group_name", "Wege"), ("language", "de")]),
        question("34", "WEG", "L", "1"),
        question("35", "ORTE", "M", "2"),
        question("36", "WARUM", "T", "3"),
        part("35", "SQ001"),
        part("35", "SQ002"),
        answer("A1"),
        answer("A2"),
    )
}

fn condition(on: &str, field: &str, method: &str, value: &str) -> String {
    format!(
        "<row><qid>36</qid><cqid>{on}</cqid><cfieldname>{field}</cfieldname><method>{method}</method>\
         <value>{value}</value></row>"
    )
}

#[test]
fn simple_conditions_of_the_old_table_come_over_and_others_are_named() {
    let after = |conditions: &str| {
        let lime = read(old_file(conditions).as_bytes()).unwrap();
        let why = lime.groups[0].questions.last().unwrap();
        assert_eq!(why.question.key, "warum");
        let lost = lime.losses.iter().find(|loss| loss.what == What::Condition);
        (why.after.clone(), lost.map(|loss| loss.word.clone()))
    };
    let is = |key: &str, codes: &[i32]| Some((key.to_owned(), codes.iter().copied().collect()));
    assert_eq!(after(""), (None, None));
    let one = condition("34", "1X2X34", "==", "A2");
    assert_eq!(after(&one), (is("weg", &[2]), None));
    let either = format!("{}{one}", condition("34", "1X2X34", " == ", "A1"));
    assert_eq!(after(&either), (is("weg", &[1, 2]), None));
    let box_ticked = condition("35", "+1X2X35SQ002", "==", "Y");
    assert_eq!(after(&box_ticked), (is("orte", &[2]), None));
    for other in [
        condition("34", "1X2X34", "!=", "A2"),
        condition("34", "1X2X34", "==", "A9"),
        condition("99", "1X2X99", "==", "A1"),
        format!("{one}{box_ticked}"),
    ] {
        let (after, lost) = after(&other);
        assert_eq!(after, None, "{other}");
        assert!(lost.is_some_and(|word| !word.is_empty()), "{other}");
    }
}

#[test]
fn names_and_texts_fit_what_may_be_typed_here() {
    let text = NEW.replace(
        "Mobilität in Lindenau",
        &format!("Review {}", "lang ".repeat(60)),
    );
    let lime = read(text.as_bytes()).unwrap();
    assert_eq!(lime.title.chars().count(), 200);
    assert!(lost(&lime, "", What::Cut));
    let lime = read(NEW.replace("Mobilität in Lindenau", "Review").as_bytes()).unwrap();
    // "review" is an address of its own below a participation.
    assert_eq!(surveys(&lime, false, &[]).0[0].slug, "review-2");
}

#[test]
fn one_survey_or_one_a_group() {
    let lime = read(NEW.as_bytes()).unwrap();
    let (one, lost) = surveys(&lime, false, &["mobilitaet-in-lindenau".into()]);
    assert_eq!(lost, []);
    let idea = one[0]
        .questions
        .iter()
        .find(|question| question.key == "idee")
        .unwrap();
    let condition = NewCondition {
        on: 0,
        codes: [1, 2].into(),
    };
    assert_eq!(idea.condition, Some(condition));
    assert_eq!(
        (one.len(), one[0].slug.as_str()),
        (1, "mobilitaet-in-lindenau-2")
    );
    assert_eq!(one[0].questions.len(), lime.questions());
    let (each, _) = surveys(&lime, true, &[]);
    assert_eq!(each.len(), 2);
    assert_eq!(each[1].title, "Über Sie");
}

#[test]
fn a_file_that_means_harm_is_refused() {
    let external = r#"<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>"#;
    assert_eq!(read(external.as_bytes()).unwrap_err(), Refusal::Declares);
    let laughs =
        r#"<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><document>&b;</document>"#;
    assert_eq!(read(laughs.as_bytes()).unwrap_err(), Refusal::Declares);
    let large = "x".repeat(20 * 1024 * 1024);
    assert_eq!(read(large.as_bytes()).unwrap_err(), Refusal::TooLarge);
    let many = format!(
        "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows>{}</rows></questions></document>",
        "<row></row>".repeat(60_000)
    );
    assert_eq!(read(many.as_bytes()).unwrap_err(), Refusal::TooLarge);
    let deep = "<a>".repeat(100_000);
    assert_eq!(read(deep.as_bytes()).unwrap_err(), Refusal::NoSurvey);
    assert_eq!(read(b"\xff\xfe<").unwrap_err(), Refusal::NotUtf8);
    assert_eq!(read(b"").unwrap_err(), Refusal::NoSurvey);
    let group = "<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>";
    assert_eq!(read(group.as_bytes()).unwrap_err(), Refusal::NoSurvey);
}

#[test]
fn a_file_that_was_cut_off_is_refused_wherever_it_ends() {
    for end in (0..NEW.len() - 12)
        .step_by(97)
        .filter(|end| NEW.is_char_boundary(*end))
    {
        assert!(read(&NEW.as_bytes()[..end]).is_err(), "cut at {end}");
    }
}
