//! What somebody typed is shown on every page and never runs.

use actix_web::web;
use trialog::base::site::Site;

use super::{pages, site};

#[test]
fn what_somebody_typed_is_shown_and_never_runs() {
    let site = &site(false);
    for page in pages() {
        let hostile: Vec<_> = page.samples.iter().map(poisoned).collect();
        for view in hostile {
            let html = render_value(site, page.template, &view);
            let Ok(html) = html else { continue };
            assert!(
                !html.contains("<poison"),
                "{} lets markup through",
                page.template
            );
            assert!(
                !html.contains("\" onx="),
                "{} lets an attribute through",
                page.template
            );
        }
    }
}

/// The same with markup in each text that is free of meaning for the template.
fn poisoned(value: &serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::String(text) if text.contains(char::is_whitespace) => {
            Value::String(format!("{text}\" onx='<poison a=\"'>"))
        }
        Value::Array(list) => list.iter().map(poisoned).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(k, v)| (k.clone(), poisoned(v)))
            .collect(),
        other => other.clone(),
    }
}

fn render_value(
    site: &web::Data<Site>,
    template: &'static str,
    view: &serde_json::Value,
) -> Result<String, String> {
    let mut context = tera::Context::new();
    context.insert("lang", "de");
    context.insert("typed", "Mehr Bänke\" onx='<poison a=\"'>");
    context.insert("view", view);
    context.insert(
        "shell",
        &serde_json::json!({
            "town": { "name": "Lindenau", "short_name": "Lindenau", "logo": false }, "portal_name": "Mitreden",
            "content_lang": "de", "path": "/", "other_lang": { "code": "en", "name": "English", "url": "/" },
            "footer": [], "nav": [], "survey_mode": false, "demo": false, "form_token": "x",
        }),
    );
    site.templates
        .render(template, &context)
        .map_err(|why| why.to_string())
}
