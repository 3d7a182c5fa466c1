//! The pages of a survey, from the invitation to the receipt.

mod code;
pub mod desk;
mod form;
mod form_sample;
mod head;
mod paper;
mod question;
mod receipt;
mod start;

pub use code::AccessCodePage;
pub use form::{
    DeskFormPage, FormAfter, FormChoice, FormPage, FormQuestion, FormSection, PrintedForm,
};
pub use head::{CodeWords, Head};
pub use paper::{
    PAPER_SORTS, PaperBatchPage, PaperListPage, PaperNewPage, PaperRow, Pick, SheetPage, SheetRow,
};
pub use question::{AnswerWords, ChoiceView, ClosedPage, ItemView, QuestionPage};
pub use receipt::{LookupPage, NextStep, PausePage, ReceiptPage, TextTold, WithdrawalPage};
pub use start::{IntroPage, Missing, ReviewPage, ReviewRow, ReviewSurvey, Task, TasksPage};
