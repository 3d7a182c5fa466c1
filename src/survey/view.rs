//! The pages of a survey, from the invitation to the receipt.

mod head;
mod question;
mod receipt;
mod start;

pub use head::{CodeWords, Head};
pub use question::{AnswerWords, ChoiceView, ClosedPage, ItemView, QuestionPage};
pub use receipt::{LookupPage, NextStep, PausePage, ReceiptPage, WithdrawalPage};
pub use start::{IntroPage, Missing, ReviewPage, ReviewRow, ReviewSurvey, Task, TasksPage};
