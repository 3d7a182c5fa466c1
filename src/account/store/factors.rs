//! Second factors, and codes on paper.

use diesel::prelude::*;
use serde_json::json;

use crate::account::{Account, OnAccounts, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{accounts, recovery_codes};

/// The seed of an account's second factor; none when it has none.
pub fn seed(conn: &mut Conn, account: &Id<Account>) -> AppResult<Option<String>> {
    Ok(accounts::table
        .find(account)
        .select(accounts::factor_seed)
        .first(conn)?)
}

/// How many codes on paper are left.
pub fn codes_left(conn: &mut Conn, account: &Id<Account>) -> AppResult<i64> {
    Ok(recovery_codes::table
        .filter(recovery_codes::account_id.eq(account))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(conn)?)
}

/// Gives an account a new second factor, confirmed by the code of `step`, and new codes on paper.
pub fn set<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    seed: &str,
    step: i64,
    code_hashes: &[String],
) -> AppResult<()> {
    diesel::update(accounts::table.find(account))
        .set((
            accounts::factor_seed.eq(seed),
            accounts::factor_step.eq(step),
        ))
        .execute(tx.conn)?;
    replace_codes(tx, account, code_hashes)?;
    tx.journal(
        &format!("account:{account}"),
        &json!({ "second_factor": "set" }),
    )
}

/// Gives an account new codes on paper; the old ones open nothing any more.
pub fn renew_codes<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    hashes: &[String],
) -> AppResult<()> {
    replace_codes(tx, account, hashes)?;
    tx.journal(
        &format!("account:{account}"),
        &json!({ "recovery_codes": "renewed" }),
    )
}

fn replace_codes<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    hashes: &[String],
) -> AppResult<()> {
    let old = recovery_codes::table.filter(recovery_codes::account_id.eq(account));
    diesel::delete(old).execute(tx.conn)?;
    for hash in hashes {
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::account_id.eq(account),
                recovery_codes::code_hash.eq(hash),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Takes the second factor away: its owner lost it, and sets up a new one when she signs in.
pub fn remove<A: OnAccounts>(tx: &mut Tx<A>, account: &Id<Account>) -> AppResult<()> {
    diesel::update(accounts::table.find(account))
        .set((
            accounts::factor_seed.eq(None::<String>),
            accounts::factor_step.eq(None::<i64>),
        ))
        .execute(tx.conn)?;
    replace_codes(tx, account, &[])?;
    tx.journal(
        &format!("account:{account}"),
        &json!({ "second_factor": "removed" }),
    )
}

/// Uses up the code of a step. False when it, or a later one, was used before.
pub fn use_step<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    step: i64,
) -> AppResult<bool> {
    let fresh = accounts::factor_step
        .is_null()
        .or(accounts::factor_step.lt(step));
    let used = diesel::update(accounts::table.find(account).filter(fresh))
        .set(accounts::factor_step.eq(step))
        .execute(tx.conn)?;
    Ok(used == 1)
}

/// Uses up a code on paper. False when there is no such code, or it was used before.
pub fn use_code<A: OnAccounts>(
    tx: &mut Tx<A>,
    account: &Id<Account>,
    hash: &str,
) -> AppResult<bool> {
    let open = recovery_codes::table
        .find((account, hash))
        .filter(recovery_codes::used_at.is_null());
    let used = diesel::update(open)
        .set(recovery_codes::used_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    if used == 1 {
        tx.journal(
            &format!("account:{account}"),
            &json!({ "recovery_code": "used" }),
        )?;
    }
    Ok(used == 1)
}
