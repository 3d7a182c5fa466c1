//! What every page must be, whatever it shows: well-formed, with a heading, with labels, with links that lead somewhere.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

/// A selector of the tests' own.
pub fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

/// The visible text of an element, with single spaces.
pub fn words(element: ElementRef<'_>) -> String {
    let text: Vec<_> = element.text().flat_map(str::split_whitespace).collect();
    text.join(" ")
}

/// Everything that is wrong with a page.
pub fn faults(page: &Html) -> Vec<String> {
    let mut faults: Vec<String> = page
        .errors
        .iter()
        .map(|fault| format!("markup: {fault}"))
        .collect();
    let ids = ids(page, &mut faults);
    references(page, &ids, &mut faults);
    labels(page, &mut faults);
    headings(page, &mut faults);
    if page.select(&select("html[lang]")).next().is_none() {
        faults.push("the page has no language".into());
    }
    for title in page.select(&select("head > title")) {
        let text = words(title);
        if text.is_empty() || text.starts_with('–') {
            faults.push("the page has no title".into());
        }
    }
    for (selector, fault) in [
        ("img:not([alt])", "an image without alternative text"),
        (
            "[style]",
            "a style attribute, which the security policy blocks",
        ),
        (
            "style, script:not([src])",
            "an inline style or script, which the security policy blocks",
        ),
        (
            "form:not([method=post]):not([method=get])",
            "a form without a method",
        ),
        ("table:not(:has(th))", "a table without header cells"),
    ] {
        faults.extend(
            page.select(&select(selector))
                .map(|at| format!("{fault}: {}", opening(at))),
        );
    }
    for drawing in page.select(&select("svg")) {
        let mut around = drawing.ancestors().filter_map(ElementRef::wrap);
        let is_told =
            |at: ElementRef| at.attr("aria-hidden").is_some() || at.attr("role") == Some("img");
        if !is_told(drawing) && !around.any(is_told) {
            faults.push(format!(
                "a drawing that is neither named nor hidden: {}",
                opening(drawing)
            ));
        }
    }
    for form in page.select(&select("form[method=post]")) {
        let is_ours = form.select(&select("input[name=_token]")).next().is_some();
        // The box for a code only asks; it needs no token.
        if !is_ours && form.attr("action") != Some("/receipt") {
            faults.push(format!("a form without its token: {}", opening(form)));
        }
    }
    for button in page.select(&select("button, a[href]")) {
        let named = button.attr("aria-label").is_some() || !words(button).is_empty();
        let pictured = button
            .select(&select("img[alt]:not([alt=''])"))
            .next()
            .is_some();
        if !named && !pictured {
            faults.push(format!(
                "a button or link without a name: {}",
                opening(button)
            ));
        }
    }
    faults
}

fn opening(element: ElementRef<'_>) -> String {
    element.html().chars().take(120).collect()
}

fn ids(page: &Html, faults: &mut Vec<String>) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for element in page.select(&select("[id]")) {
        let id = element.attr("id").unwrap_or_default();
        if id.is_empty() || id.contains(char::is_whitespace) {
            faults.push(format!("id {id:?} is none"));
        }
        if !ids.insert(id.to_owned()) {
            faults.push(format!("id {id} stands there twice"));
        }
    }
    ids
}

fn references(page: &Html, ids: &BTreeSet<String>, faults: &mut Vec<String>) {
    for name in [
        "for",
        "aria-describedby",
        "aria-labelledby",
        "aria-controls",
    ] {
        for element in page.select(&select(&format!("[{name}]"))) {
            let named = element.attr(name).unwrap_or_default().split_whitespace();
            faults.extend(
                named
                    .filter(|id| !ids.contains(*id))
                    .map(|id| format!("{name} names {id}, which is not there")),
            );
        }
    }
    for link in page.select(&select("a[href^='#']")) {
        let place = link
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#');
        if !ids.contains(place) {
            faults.push(format!("a link leads to #{place}, which is not there"));
        }
    }
}

fn labels(page: &Html, faults: &mut Vec<String>) {
    let fields = "input:not([type=hidden]):not([type=submit]):not([hidden]), select, textarea";
    for field in page.select(&select(fields)) {
        let by_id = field.attr("id").is_some_and(|id| {
            let label = select(&format!("label[for='{id}']"));
            page.select(&label).any(|label| !words(label).is_empty())
        });
        let around = field
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|above| above.value().name() == "label" && !words(above).is_empty());
        if !by_id && !around && field.attr("aria-label").is_none() {
            faults.push(format!("a field without a label: {}", opening(field)));
        }
    }
    for group in page.select(&select("fieldset")) {
        if group
            .select(&select("legend"))
            .next()
            .is_none_or(|legend| words(legend).is_empty())
        {
            faults.push(format!(
                "a group of fields without a legend: {}",
                opening(group)
            ));
        }
    }
}

fn headings(page: &Html, faults: &mut Vec<String>) {
    let mut above = 0;
    let mut first = 0;
    for heading in page.select(&select("h1, h2, h3, h4, h5, h6")) {
        let level = heading
            .value()
            .name()
            .trim_start_matches('h')
            .parse::<u8>()
            .unwrap();
        if words(heading).is_empty() {
            faults.push("an empty heading".into());
        }
        // The summary of what has to be corrected comes before everything else.
        let mut around = heading.ancestors().filter_map(ElementRef::wrap);
        if around.any(|at| at.attr("role") == Some("alert")) {
            continue;
        }
        if level > above + 1 {
            faults.push(format!("h{level} follows h{above}: {}", words(heading)));
        }
        first += u8::from(level == 1);
        above = level;
    }
    if first != 1 {
        faults.push(format!("{first} main headings"));
    }
}
