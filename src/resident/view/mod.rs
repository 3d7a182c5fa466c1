//! Pages of a receipt code and of a resident's account, as data.

mod account;
mod code;
mod entry;

pub use account::{
    CodeRow, ErasurePage, Group, LostCode, MyPage, MySettingsPage, NoticeRow, RemoveCodePage,
};
pub use code::{ContributionsPage, StatementState};
pub use entry::{NewAddressPage, ResidentEnterPage, ResidentSignInPage};
