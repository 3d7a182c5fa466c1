//! One question by another, for evaluators.

mod kept;
mod words;

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

use kept::AllKept;
use words::Words;

use crate::account::May;
use crate::base::error::AppResult;
use crate::base::export::{Cell, Separator, csv};
use crate::base::figures::share;
use crate::base::page::Ui;
use crate::consultation::{self, Consultation};
use crate::evaluation::CrossTables;
use crate::evaluation::form::{CrossForm, MOST_FILTERS, name};
use crate::evaluation::model::{Axis, Columns, Cross, Place, count};
use crate::evaluation::store::columns::answers_now;
use crate::evaluation::view::{
    CrossCell, CrossChoice, CrossChoices, CrossFilter, CrossPage, CrossRow, CrossTable,
};
use crate::survey::Book;

/// `GET /desk/consultations/{consultation}/cross` — any question by any other, filtered by further ones.
pub async fn show(
    may: May<CrossTables>,
    slug: Path<String>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let form = CrossForm::of(req.query_string());
    let (consultation, asked) = Asked::of(&may, slug.into_inner(), form, &ui).await?;
    ui.ok(&asked.page(&consultation, &Words(&ui)))
}

/// `GET /desk/consultations/{consultation}/cross.csv` — exactly this table as a file.
pub async fn file(
    may: May<CrossTables>,
    slug: Path<String>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let form = CrossForm::of(req.query_string());
    let (consultation, asked) = Asked::of(&may, slug.into_inner(), form, &ui).await?;
    let words = Words(&ui);
    let table = asked.table(&words).unwrap_or_default();
    let all = ui.t("cross-total");
    let mut header = vec![format!("{} / {}", table.row, table.column)];
    header.extend(table.heads);
    header.push(all.clone());
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|cell| cell.n);
        line(row.label, cells.chain([row.total]))
    });
    let last = line(all, table.totals.into_iter().chain([table.people]));
    let bytes = csv(Separator::of(ui.lang()), &header, rows.chain([last]));
    let stem = format!("{}-{}.csv", consultation.slug, ui.t("cross-file"));
    let bytes = bytes.map_err(anyhow::Error::from)?;
    Ok(ui.private_file("text/csv; charset=utf-8", &stem, bytes))
}

fn line(label: String, numbers: impl Iterator<Item = u64>) -> Vec<Cell<'static>> {
    let numbers = numbers.map(Cell::from);
    std::iter::once(label.into()).chain(numbers).collect()
}

/// What was asked, and what was counted.
struct Asked {
    form: CrossForm,
    book: Book,
    /// Everything that can be a side of a table.
    axes: Vec<Axis>,
    found: Option<Cross>,
}

impl Asked {
    async fn of(
        may: &May<CrossTables>,
        slug: String,
        form: CrossForm,
        ui: &Ui,
    ) -> AppResult<(Consultation, Self)> {
        let consultation = may
            .read(move |conn| consultation::find(conn, &slug))
            .await?;
        let id = consultation.id.clone();
        // Whoever waits here for somebody else's reading holds no connection meanwhile.
        let mut kept = ui.site().shelf.of::<AllKept>().of(&id).await;
        let asked = may.read(move |conn| {
            let (book, answers) = answers_now(conn, &id, kept.take())?;
            let asked = Self::count(form, book, &answers.columns);
            *kept = Some(answers);
            Ok(asked)
        });
        Ok((consultation, asked.await?))
    }

    fn count(mut form: CrossForm, book: Book, columns: &Columns) -> Self {
        let questions = book.surveys.iter().flat_map(|survey| &survey.questions);
        let axes: Vec<Axis> = questions
            .flat_map(|question| Axis::all(question, columns))
            .collect();
        let at = |place: Place| axes.iter().find(|axis| axis.place == place);
        let known = |place: Option<Place>| place.filter(|place| at(*place).is_some());
        (form.row, form.column) = (known(form.row), known(form.column));
        form.only
            .retain(|(of, group)| at(*of).is_some_and(|axis| *group < axis.groups.len()));
        let filters = form
            .only
            .iter()
            .filter_map(|(of, group)| Some((at(*of)?.clone(), *group)));
        let filters: Vec<_> = filters.collect();
        let both = form.row.and_then(at).zip(form.column.and_then(at));
        let found = both.map(|(row, column)| count(columns, row, column, &filters));
        Self {
            form,
            book,
            axes,
            found,
        }
    }

    fn axis(&self, place: Place) -> Option<&Axis> {
        self.axes.iter().find(|axis| axis.place == place)
    }

    fn title(&self, place: Place, words: &Words) -> String {
        let mut questions = self
            .book
            .surveys
            .iter()
            .flat_map(|survey| &survey.questions);
        let question = questions.find(|question| question.id == place.question);
        question.map_or_else(String::new, |question| words.title(question, place.part))
    }

    fn labels(&self, place: Place, words: &Words) -> Vec<String> {
        let mut questions = self
            .book
            .surveys
            .iter()
            .flat_map(|survey| &survey.questions);
        let question = questions.find(|question| question.id == place.question);
        let groups = self.axis(place).into_iter().flat_map(|axis| &axis.groups);
        let label = |group: &(i32, i32)| Some(words.group(question?, place.part, *group));
        groups.filter_map(label).collect()
    }

    fn table(&self, words: &Words) -> Option<CrossTable> {
        let found = self.found.as_ref()?;
        let (row, column) = (self.axis(self.form.row?)?, self.axis(self.form.column?)?);
        let least = words.0.site().config.figures.min_marks;
        let part = |n, whole| (whole >= least).then(|| share(n, whole));
        let rows = self.labels(row.place, words).into_iter();
        let rows = rows.zip(&found.cells).zip(&found.rows);
        let rows = rows.map(|((label, cells), total)| CrossRow {
            label,
            cells: cells
                .iter()
                .zip(&found.columns)
                .map(|(n, column)| CrossCell {
                    n: *n,
                    of_row: part(*n, *total),
                    of_column: part(*n, *column),
                })
                .collect(),
            total: *total,
        });
        Some(CrossTable {
            row: self.title(row.place, words),
            column: self.title(column.place, words),
            heads: self.labels(column.place, words),
            rows: rows.collect(),
            totals: found.columns.clone(),
            people: found.people,
            is_several: row.is_several || column.is_several,
            least,
        })
    }

    fn page(&self, consultation: &Consultation, words: &Words) -> CrossPage {
        let home = format!("/desk/consultations/{}/cross", consultation.slug);
        let url = |form: &CrossForm| format!("{home}?{}", form.query());
        let filter = |n: usize, (of, group): &(Place, usize)| {
            let mut without = self.form.clone();
            without.only.remove(n);
            CrossFilter {
                value: format!("{}:{group}", name(*of)),
                question: self.title(*of, words),
                answer: self
                    .labels(*of, words)
                    .into_iter()
                    .nth(*group)
                    .unwrap_or_default(),
                without_url: url(&without),
            }
        };
        let turned = CrossForm {
            row: self.form.column,
            column: self.form.row,
            ..self.form.clone()
        };
        let named = |place: Option<Place>| place.map(name).unwrap_or_default();
        CrossPage {
            slug: consultation.slug.clone(),
            title: consultation.title.clone(),
            axes: self.choices(words),
            groups: self
                .axes
                .iter()
                .map(|axis| self.groups(axis, words))
                .collect(),
            row: named(self.form.row),
            column: named(self.form.column),
            filters: (0..)
                .zip(&self.form.only)
                .map(|(n, only)| filter(n, only))
                .collect(),
            takes_filter: self.form.only.len() < MOST_FILTERS,
            turned_url: url(&turned),
            file_url: format!("{home}.csv?{}", self.form.query()),
            table: self.table(words),
        }
    }

    /// What can stand at a side, survey by survey.
    fn choices(&self, words: &Words) -> Vec<CrossChoices> {
        let of = |survey: &crate::survey::Survey| {
            let own = |axis: &&Axis| survey.questions.iter().any(|q| q.id == axis.place.question);
            let own = self.axes.iter().filter(own);
            let options = own.map(|axis| CrossChoice {
                value: name(axis.place),
                label: self.title(axis.place, words),
            });
            CrossChoices {
                title: survey.title.clone(),
                options: options.collect(),
            }
        };
        let all = self.book.surveys.iter().map(of);
        all.filter(|choices| !choices.options.is_empty()).collect()
    }

    fn groups(&self, axis: &Axis, words: &Words) -> CrossChoices {
        let labels = self.labels(axis.place, words).into_iter();
        let options = (0..)
            .zip(labels)
            .map(|(group, label): (usize, String)| CrossChoice {
                value: format!("{}:{group}", name(axis.place)),
                label,
            });
        CrossChoices {
            title: self.title(axis.place, words),
            options: options.collect(),
        }
    }
}
