//! A library, a school, a town hall: many people behind one address, on the options as they are delivered.

use std::fmt::Write as _;
use std::process::Command;
use std::sync::Barrier;
use std::thread;

use crate::on_postgres;
use crate::person::{Failed, Person};
use crate::server::Server;
use crate::town::{CONSULTATION, Town};

const PEOPLE: usize = 30;
const QUESTIONS: usize = 20;

/// Takes away what `dress` has set: nobody here has more than a town gives.
fn as_delivered(command: &mut Command) {
    let set: Vec<_> = command
        .get_envs()
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.to_string_lossy().contains("LIMITS"))
        .collect();
    for name in set {
        command.env_remove(name);
    }
}

/// A survey with so many questions as another consultation of the town.
fn long_survey(town: &Town) -> String {
    let mut text = String::from(
        "slug = \"schule\"\ntitle = \"In der Schule\"\nlead = \"Zwanzig Fragen.\"\n\
         [[track]]\nkind = \"survey\"\nopens = \"2020-01-02\"\ncloses = \"2098-12-30\"\n[[survey]]\nslug = \"lang\"\ntitle = \"Lang\"\n",
    );
    for n in 0..QUESTIONS {
        write!(
            text,
            "[[survey.question]]\nkey = \"f{n}\"\nkind = \"short_text\"\ntext = \"Frage {n}\"\n"
        )
        .unwrap();
    }
    let file = town.data.join("schule.toml");
    std::fs::write(&file, text).unwrap();
    let mut import = town.command(&[
        "import",
        "consultation",
        "--strategy",
        "konzept",
        "--publish",
    ]);
    crate::town::succeeded(&import.arg(file).output().unwrap());
    CONSULTATION.replace("ziele", "schule")
}

#[test]
fn thirty_people_at_one_address_answer_twenty_questions_in_the_same_minute() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let consultation = long_survey(&town);
    let server = Server::start_with(&town, as_delivered);
    let (at, together) = (server.at, Barrier::new(PEOPLE));
    let pupil = |n: usize| -> Result<String, Failed> {
        let mut person = Person::at(at)?;
        together.wait();
        let intro = format!("{consultation}/survey");
        let home = person.sends(&intro, &intro, &[])?;
        for question in 0..QUESTIONS {
            let page = format!("{home}/lang/f{question}");
            let text = format!("Antwort {question} von {n}");
            person.sends(&page, &page, &[("text", &text), ("step", "next")])?;
        }
        let review = format!("{home}/review");
        let receipt = person.sends(&review, &review, &[])?;
        let page = person.opens(receipt.split(['?', '#']).next().unwrap())?;
        assert!(page.contains(&format!("Antwort 19 von {n}")));
        // Typed from paper, as at home.
        let code = home.trim_start_matches("/p/").to_owned();
        person.sends_again("/receipt", vec![("code".to_owned(), code)])
    };
    thread::scope(|scope| {
        let pupil = &pupil;
        let class: Vec<_> = (0..PEOPLE).map(|n| scope.spawn(move || pupil(n))).collect();
        for one in class {
            let last = one.join().unwrap();
            assert!(
                last.as_ref().is_ok_and(|at| at.ends_with("/receipt")),
                "{last:?}"
            );
        }
    });
    server.stop();
    let read = crate::check::count(&town, "questionnaires");
    assert_eq!(usize::try_from(read).unwrap(), PEOPLE);
}
