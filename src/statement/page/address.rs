//! Somebody who signs says that the address is hers. Opening the link changes nothing, so that a program that looks at links
//! in mails confirms nothing; the button on its page does. Then the receipt with the full text leaves.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::letters::Letters;
use super::mail::Post;
use crate::account::model::Secret;
use crate::account::{May, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::limit::{SignIn, Within};
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::consultation;
use crate::statement::WriteStatement;
use crate::statement::form::Press;
use crate::statement::store::addresses::Asked;
use crate::statement::store::{self, addresses};
use crate::statement::view::{AddressAbout, AddressPage};

fn hash(secret: &str, ui: &Ui) -> String {
    addresses::hash(&Secret::sent(secret), &ui.site().secrets)
}

fn about(conn: &mut Conn, asked: &Asked) -> AppResult<AddressAbout> {
    let statement = store::find(conn, &asked.statement)?;
    let on = consultation::by_id(conn, &statement.consultation)?;
    Ok(AddressAbout {
        email: asked.email.clone(),
        number: statement.number.unwrap_or_default(),
        title: on.title,
        slug: on.slug,
    })
}

fn page(state: &'static str, about: Option<AddressAbout>, ui: &Ui) -> AppResult<HttpResponse> {
    let status = match state {
        "gone" => StatusCode::NOT_FOUND,
        _ => StatusCode::OK,
    };
    ui.page(status, &AddressPage { state, about })
}

/// `GET /statement-address/{secret}` — which address, in which statement, and the button.
pub async fn look(
    secret: Path<String>,
    _within: Within<SignIn>,
    may: May<WriteStatement>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (hash, now) = (hash(&secret, &ui), may.at());
    let found = may
        .read(move |conn| match addresses::asked(conn, &hash, now)? {
            Some(asked) => Ok(Some((asked.is_confirmed, about(conn, &asked)?))),
            None => Ok(None),
        })
        .await?;
    match found {
        Some((true, about)) => page("before", Some(about), &ui),
        Some((false, about)) => page("ask", Some(about), &ui),
        None => page("gone", None, &ui),
    }
}

/// `POST /statement-address/{secret}` — it is hers.
pub async fn confirm(
    secret: Path<String>,
    _within: Within<SignIn>,
    _form: Sent<Press>,
    may: May<WriteStatement>,
    site: Data<Site>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let hash = hash(&secret, &ui);
    let found = may
        .write(move |tx| {
            let Some(asked) = addresses::asked(tx.conn, &hash, tx.now)? else {
                return Ok(None);
            };
            let about = about(tx.conn, &asked)?;
            let state = match addresses::confirm(tx, &asked)? {
                false => "before",
                true if receipt(tx, &asked, &site)? => "done",
                true => "done-unsent",
            };
            Ok(Some((state, about)))
        })
        .await?;
    match found {
        Some((state, about)) => page(state, Some(about), &ui),
        None => page("gone", None, &ui),
    }
}

/// The receipt with the full text of what counts now, to the address that was confirmed; gives whether it left.
fn receipt(tx: &mut Tx<WriteStatement>, asked: &Asked, site: &Data<Site>) -> AppResult<bool> {
    let statement = store::find(tx.conn, &asked.statement)?;
    let Some(current) = statement.current() else {
        return Ok(true);
    };
    let content = store::content(tx.conn, &current.id)?;
    let at = current.handed_in.as_ref().map_or(tx.now, |it| it.at);
    let post = Post::again(tx.conn, &statement, site.clone(), asked.lang, tx.now)?;
    let letters = Letters::of(post, site, asked.lang);
    let number = statement.number.unwrap_or_default();
    let to = std::slice::from_ref(&asked.email);
    let mails = letters
        .post
        .receipt(number, (current.is_nil, at), &content, to)?;
    letters.send(tx, &statement, &mails)
}
