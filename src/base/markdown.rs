//! Texts that people of the town write with a little markup (Markdown), as HTML that can do nothing but be read.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Turns Markdown into HTML. HTML in the text is shown as it was typed, never obeyed; links lead to `https:`, `http:`,
/// `mailto:` or a page of the portal; pictures are left out, their description stays. Headings begin at the second
/// level, as the page has its own first.
pub fn html(text: &str) -> String {
    let mut dropped = Vec::new();
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let events = parser.filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => Some(escaped(&text)),
        // A line in the text is a line on the page, as in an address.
        Event::SoftBreak => Some(Event::HardBreak),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let keep = is_harmless(dest_url);
            dropped.push(!keep);
            keep.then(|| plain_link(event))
        }
        Event::End(TagEnd::Link) => (!dropped.pop().unwrap_or_default()).then_some(event),
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: lower(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lower(level)))),
        other => Some(other),
    });
    let mut page = String::with_capacity(text.len() * 2);
    html::push_html(&mut page, events);
    page
}

/// Text with its quotes escaped too, so that it can stand wherever it ends up.
fn escaped(text: &str) -> Event<'static> {
    let mut html = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    Event::InlineHtml(html.into())
}

/// A link without the title that some browsers show and some readers never meet.
fn plain_link(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            id,
            ..
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url,
            title: CowStr::Borrowed(""),
            id,
        }),
        other => other,
    }
}

fn is_harmless(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    let own = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
    own || ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
        // An address in angle brackets: pulldown-cmark writes the scheme itself.
        || (url.contains('@') && !url.contains([':', '/', '\\']))
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn html_is_shown_and_never_obeyed() {
        for evil in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "<div onclick='x'>\n\ntext\n\n</div>",
            "`</p><script>`",
            "<!-- --><svg/onload=alert(1)>",
        ] {
            let page = html(evil);
            for mark in ["<script", "<img", "<div", "<svg", "<!--"] {
                assert!(!page.contains(mark), "{evil}: {page}");
            }
        }
    }

    #[test]
    fn links_lead_to_the_web_to_people_or_to_the_portal() {
        for good in [
            "https://example.de/a?b=c",
            "http://example.de",
            "mailto:a@example.de",
            "/privacy",
        ] {
            assert!(html(&format!("[a]({good})")).contains("<a href="), "{good}");
        }
        assert!(html("<a@example.de>").contains("href=\"mailto:a@example.de\""));
        for evil in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/\\evil.example",
            "vbscript:x",
            "&#106;avascript:alert(1)",
            "file:///etc/passwd",
        ] {
            let page = html(&format!("[text]({evil})"));
            assert!(
                !page.contains("href") && page.contains("text"),
                "{evil}: {page}"
            );
        }
        assert!(!html("![Wappen](https://example.de/a.png)").contains("img"));
        assert!(html("![Wappen](https://example.de/a.png)").contains("Wappen"));
    }

    #[test]
    fn headings_begin_below_that_of_the_page() {
        assert_eq!(
            html("# A\n\n## B\n\n### C\n\n##### D"),
            "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>\n<h4>D</h4>\n"
        );
    }

    proptest! {
        #[test]
        fn nothing_anybody_types_becomes_a_script(text in "[a-z<>\"'()\\[\\]!&#:/\\\\ \n*`=-]{0,80}") {
            let page = html(&text);
            for mark in ["<script", "<img", "<iframe", "href=\"javascript", "<svg", "<style", "<form"] {
                prop_assert!(!page.contains(mark), "{}", page);
            }
        }
    }
}
