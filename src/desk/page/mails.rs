//! Mails that did not leave, for admins.

use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::{DateTime, Utc};

use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{Fields, Sent};
use crate::base::locale::{Args, DayStyle};
use crate::base::page::{Confirm, ListAsk, Ui};
use crate::desk::form::RepeatForm;
use crate::desk::model::StuckMail;
use crate::desk::store::mails as store;
use crate::desk::view::{MailRow, MailsPage};
use crate::desk::{HandleMails, SeeMails};

const HERE: &str = "/desk/mails";

/// `GET /desk/mails` — what did not leave, and why.
pub async fn list(may: May<SeeMails>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let wanted = ask.clone();
    let mails = may.read(move |conn| store::stuck(conn, &wanted)).await?;
    let listing = ask.listing(mails.len(), &store::SORTS);
    let repeatable = mails.iter().filter(|mail| mail.can_repeat()).count();
    let mails = ask.cut(mails).into_iter().enumerate();
    ui.ok(&MailsPage {
        listing,
        repeatable,
        mails: mails.map(|(n, mail)| row(n + 1, mail, &ui)).collect(),
    })
}

fn row(number: usize, mail: StuckMail, ui: &Ui) -> MailRow {
    let account = format!("/desk/accounts?q={}", mail.recipient.replace('+', "%2B"));
    MailRow {
        number,
        kind_key: mail.label_key(),
        written: instant(mail.written_at, ui),
        attempts: mail.attempts,
        next: mail.given_up_at.is_none().then(|| instant(mail.due_at, ui)),
        can_repeat: mail.can_repeat(),
        account_url: mail.has_link().then_some(account),
        removal_url: format!("{HERE}/{}/removal", mail.id),
        id: mail.id,
        recipient: mail.recipient,
        why: mail.why.unwrap_or_default(),
    }
}

/// Day and time of day, in words.
fn instant(at: DateTime<Utc>, ui: &Ui) -> String {
    let zone = ui.site().zone;
    let mut args = Args::new();
    args.set("day", ui.lang().day(zone.day(at), DayStyle::Long));
    args.set(
        "time",
        at.with_timezone(&zone.0).format("%H:%M").to_string(),
    );
    ui.text("account-instant", &args)
}

/// `POST /desk/mails` — sends one, or all that were given up, once more.
pub async fn repeat(
    may: May<HandleMails>,
    form: Sent<RepeatForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let wanted = form.into_inner().mail;
    let sent = may
        .write(move |tx| match wanted.as_str() {
            "all" => store::repeat(tx, None),
            one => store::repeat(tx, Some(one)),
        })
        .await?;
    let said = match sent {
        0 => "said-mails-none",
        1 => "said-mail-again",
        _ => "said-mails-again",
    };
    Ok(ui.see_other_saying(HERE, said))
}

/// `GET /desk/mails/{mail}/removal` — asks.
pub async fn ask_removal(of: Path<String>, may: May<SeeMails>, ui: Ui) -> AppResult<HttpResponse> {
    let mail = may.read(move |conn| store::given_up(conn, &of)).await?;
    ui.ok(&Confirm {
        title: ui.t("desk-mails-removal-title"),
        text: ui.t("desk-mails-removal-text"),
        items: vec![format!("{}: {}", mail.recipient, mail.subject)],
        button: ui.t("desk-mails-remove"),
        back_url: HERE.to_owned(),
        reason: None,
    })
}

/// `POST /desk/mails/{mail}/removal`
pub async fn remove(
    may: May<HandleMails>,
    of: Path<String>,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    may.write(move |tx| store::remove(tx, &of)).await?;
    Ok(ui.see_other_saying(HERE, "said-mail-removed"))
}
