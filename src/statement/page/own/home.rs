//! The first page of a statement, and the acts that need no page of their own.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::super::letters::Letters;
use super::super::mail;
use super::super::seat::Seat;
use super::{counted, drafted, minute, must, row, to_receipt, with_right};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::limit::{Save, Submit, Within};
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::statement::WriteStatement;
use crate::statement::form::{Press, ReleaseForm};
use crate::statement::model::{Content, Statement, VersionState};
use crate::statement::store::{deadlines, hand_in, write};
use crate::statement::view::{
    AskPage, PartRow, PartsOfField, RequestWords, StatementHomePage, short,
};
use crate::strategy::LaidElement;

/// `GET /p/{code}/statement` — everything that belongs to it, what is missing, what can be done.
pub async fn show(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    let content = drafted(&may, &seat).await?;
    let requests = requests(&may, &seat, &ui).await?;
    ui.ok(&page(&seat, &content, requests.into_iter().next(), &ui))
}

/// What the organisation asked for, the newest first.
pub(super) async fn requests(
    may: &May<WriteStatement>,
    seat: &Seat,
    ui: &Ui,
) -> AppResult<Vec<RequestWords>> {
    let Some(party) = seat.party().cloned() else {
        return Ok(Vec::new());
    };
    let on = seat.consultation.id.clone();
    let all = may.read(move |conn| deadlines::requests(conn, &on)).await?;
    let own = all.into_iter().rev().filter(|one| one.party == party);
    let words = own.map(|one| RequestWords {
        wished_for: one.wished_for,
        on: ui.site().zone.day(one.at),
        state: match &one.decision {
            None => "waiting",
            Some((true, ..)) => "granted",
            Some((false, ..)) => "declined",
        },
        reason: one.decision.map(|(_, why, _)| why).unwrap_or_default(),
    });
    Ok(words.collect())
}

fn page(
    seat: &Seat,
    content: &Content,
    request: Option<RequestWords>,
    ui: &Ui,
) -> StatementHomePage {
    let statement = seat.statement.as_ref();
    let draft = statement.and_then(Statement::draft);
    let current = statement.and_then(Statement::current);
    let deadline = seat.deadlines.of(seat.party());
    let standing = statement.filter(|_| current.is_some());
    let standing = standing.map(|one| one.standing(deadline));
    StatementHomePage {
        draft: match draft.map(|draft| draft.state) {
            None => "none",
            Some(VersionState::Released) => "released",
            Some(_) => "draft",
        },
        saved: draft.map(|draft| minute(draft.saved_at, ui)),
        current: current.and_then(|version| row(seat, version, ui)),
        number: statement.and_then(|one| one.number),
        standing: standing.map(|one| (one.label_key(), one.badge())),
        erased_on: statement.and_then(|one| one.erased_on),
        is_withdrawn: current.is_none()
            && statement.is_some_and(|one| one.number.is_some() && one.erased_on.is_none()),
        whole: chars(content, None),
        fields: fields(seat, content),
        submitters: content.submitters.len(),
        files: content.files.len(),
        request,
        may: seat.rights().into(),
        seat: seat.words(),
    }
}

fn chars(content: &Content, key: Option<&str>) -> usize {
    content
        .part(key)
        .map_or(0, |part| part.text.chars().count())
}

fn fields(seat: &Seat, content: &Content) -> Vec<PartsOfField> {
    let row = |element: &LaidElement| PartRow {
        key: element.key.clone(),
        label: element.label.clone(),
        title: short(&element.title, &element.text),
        chars: chars(content, Some(&element.key)),
    };
    let field = |field: &LaidElement| {
        let mut rows = Vec::new();
        below(field, &mut |element| rows.push(row(element)));
        let field = row(field);
        let written = rows.iter().chain([&field]).filter(|row| row.chars > 0);
        PartsOfField {
            written: written.count(),
            field,
            rows,
        }
    };
    seat.edition.fields.iter().map(field).collect()
}

/// Everything below an element, each before what is below it.
pub(super) fn below(element: &LaidElement, work: &mut dyn FnMut(&LaidElement)) {
    for child in &element.children {
        work(child);
        below(child, work);
    }
}

/// `POST /p/{code}/statement/nil` — nothing to object, in one click.
pub async fn nil(
    _within: Within<Submit>,
    may: May<WriteStatement>,
    seat: Seat,
    _form: Sent<Press>,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let again = seat.again();
    let post = mail::Post::of(&seat, site, ui.lang());
    let letters = Letters::of(post, ui.site(), ui.lang());
    let done = may
        .write(move |tx| {
            let table = again(tx.conn)?;
            if !table.rights.nil {
                return Ok(None);
            }
            let draft = write::draft(tx, &table.consultation.id, &table.owner)?;
            let statement = again(tx.conn)?.statement;
            let Some(statement) = statement else {
                return Ok(None);
            };
            let number = hand_in::hand_in_nothing(tx, &statement, &draft, table.deadline)?;
            let nothing = (true, &Content::default());
            letters.handed_in(tx, &statement, number, nothing).map(Some)
        })
        .await?;
    Ok(match done {
        None => ui.see_other(&seat.url("")),
        Some(is_told) => to_receipt(&seat, is_told, &ui),
    })
}

/// `POST /organisation/consultations/{consultation}/statement/release` — from the authors to the signatory, or back.
pub async fn release(
    _within: Within<Save>,
    may: May<WriteStatement>,
    seat: Seat,
    form: Sent<ReleaseForm>,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let again = seat.again();
    let released = form.act == "release";
    let post = mail::Post::of(&seat, site, ui.lang());
    let letters = Letters::of(post, ui.site(), ui.lang());
    let done = may
        .write(move |tx| {
            let table = again(tx.conn)?;
            let right = if released {
                table.rights.release
            } else {
                table.rights.give_back
            };
            let found = table
                .statement
                .as_ref()
                .and_then(|one| Some((one, one.draft()?)));
            let Some((statement, draft)) = with_right(right, found)? else {
                return Ok(None);
            };
            write::release(tx, draft, released)?;
            let mails = letters.post.released(tx.conn, released)?;
            letters.send(tx, statement, &mails).map(Some)
        })
        .await?;
    let said = match (done, released) {
        (None, _) => return Ok(ui.see_other(&seat.url(""))),
        (Some(false), _) => "said-mail-not-sent",
        (Some(true), true) => "said-statement-released",
        (Some(true), false) => "said-statement-given-back",
    };
    Ok(ui.see_other_saying(&seat.url(""), said))
}

/// `POST /p/{code}/statement/replacement` — begins a version that will replace the one that counts.
pub async fn replace(
    _within: Within<Save>,
    may: May<WriteStatement>,
    seat: Seat,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let again = seat.again();
    may.write(move |tx| {
        let table = again(tx.conn)?;
        if table.rights.replace {
            write::draft(tx, &table.consultation.id, &table.owner)?;
        }
        Ok(())
    })
    .await?;
    Ok(ui.see_other(&seat.url("")))
}

/// `GET /p/{code}/statement/discard` — asks before a draft is thrown away.
pub async fn ask_discard(seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    ask(&seat, "discard", must(|may| may.discard, &seat), &ui)
}

/// `GET /p/{code}/statement/withdrawal` — asks before everything is taken back.
pub async fn ask_withdraw(seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    ask(&seat, "withdraw", must(|may| may.withdraw, &seat), &ui)
}

fn ask(seat: &Seat, act: &'static str, may: bool, ui: &Ui) -> AppResult<HttpResponse> {
    if !may {
        return Ok(ui.see_other(&seat.url("")));
    }
    ui.ok(&AskPage {
        seat: seat.words(),
        act,
    })
}

/// `POST /p/{code}/statement/discard` — throws the draft away; what was handed in before stays.
pub async fn discard(
    _within: Within<Save>,
    may: May<WriteStatement>,
    seat: Seat,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let again = seat.again();
    may.write(move |tx| {
        let table = again(tx.conn)?;
        let draft = table.statement.as_ref().and_then(Statement::draft);
        match with_right(table.rights.discard, draft)? {
            Some(draft) => write::discard(tx, draft),
            None => Ok(()),
        }
    })
    .await?;
    Ok(ui.see_other_saying(&seat.url(""), "said-statement-discarded"))
}

/// `POST /p/{code}/statement/withdrawal` — takes everything back.
pub async fn withdraw(
    _within: Within<Submit>,
    may: May<WriteStatement>,
    seat: Seat,
    _form: Sent<Press>,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let again = seat.again();
    let content = counted(&may, &seat).await?;
    let post = mail::Post::of(&seat, site, ui.lang());
    let letters = Letters::of(post, ui.site(), ui.lang());
    let done = may
        .write(move |tx| {
            let table = again(tx.conn)?;
            let statement = table.statement.filter(|_| table.rights.withdraw);
            let Some(statement) = statement else {
                return Ok(false);
            };
            hand_in::withdraw(tx, &statement)?;
            letters.withdrawn(tx, &statement, &content)?;
            Ok(true)
        })
        .await?;
    Ok(if done {
        ui.see_other_saying(&seat.url(""), "said-statement-withdrawn")
    } else {
        ui.see_other(&seat.url(""))
    })
}
