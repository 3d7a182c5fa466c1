//! The proof of what somebody handed in, as a file that is checked without this portal.

use std::collections::BTreeMap;

use actix_web::HttpResponse;

use super::Signed;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::transparency::model::{Proven, Receipt, hex};
use crate::transparency::store::{Kept, Newest, inclusions, newest};

/// What was read for a proof, at one moment.
pub struct Proof {
    newest: Option<Newest>,
    kept: Vec<(Kept, String, Vec<String>)>,
}

impl Proof {
    /// Reads the ways of lines to the newest signed state. `contents` is what they are about, written anew from the rows.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of(
        conn: &mut Conn,
        lines: Vec<Kept>,
        contents: &BTreeMap<String, String>,
    ) -> AppResult<Self> {
        let newest = newest(conn)?;
        let size = newest.map_or(0, |newest| newest.size);
        let places: Vec<u64> = lines.iter().filter_map(|line| line.position).collect();
        let mut ways = inclusions(conn, &places, size)?.into_iter();
        let mut kept = Vec::new();
        for line in lines {
            let way = line.position.and_then(|_| ways.next()).unwrap_or_default();
            if let Some(content) = contents.get(&line.subject).cloned() {
                kept.push((line, content, way.iter().map(hex).collect()));
            }
        }
        Ok(Self { newest, kept })
    }

    /// The file.
    ///
    /// # Errors
    /// When the secret is no secret.
    pub fn file(self, ui: &Ui) -> AppResult<HttpResponse> {
        let signed = Signed::of(self.newest.as_ref(), ui.site())?;
        let proven = self.kept.into_iter().map(|(kept, content, proof)| {
            let record = kept.record.to_string();
            Proven {
                promise: signed.signer.promise(&record),
                record,
                content,
                salt: kept.salt,
                index: kept.position,
                proof,
            }
        });
        let receipt = Receipt {
            format: "trialog-receipt/1",
            contributions: proven.collect(),
            origin: signed.signer.origin().to_owned(),
            key: signed.signer.key(),
            checkpoint: signed.note,
        };
        let body = serde_json::to_vec_pretty(&receipt).map_err(anyhow::Error::from)?;
        let name = format!("{}.json", ui.t("receipt-proof-file"));
        Ok(ui.private_file("application/json; charset=utf-8", &name, body))
    }
}
