//! The name of a consultation in addresses.

/// Longest name, in characters.
const MAX: usize = 60;

/// Whether a text may name a consultation in addresses. `new` is the desk's own: there a consultation is created.
pub fn names_consultation(text: &str) -> bool {
    is_slug(text) && text != "new"
}

/// Whether a text may stand in an address: small letters, digits, hyphens; 1 to 60 of them.
pub fn is_slug(text: &str) -> bool {
    (1..=MAX).contains(&text.len())
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A name made of a title: "Ziele für Lindenau 2035" becomes `ziele-fuer-lindenau-2035`. Always fits [`names_consultation`].
pub fn suggest(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.to_lowercase().chars() {
        match letter {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'é' | 'è' | 'ê' => slug.push('e'),
            letter if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    // Whole words, as far as they fit; room stays for a number behind it.
    let most = MAX - 3;
    if slug.len() > most {
        slug.truncate(most);
        if let Some((words, _)) = slug.rsplit_once('-') {
            slug = words.to_owned();
        }
    }
    let slug = slug.trim_end_matches('-');
    if names_consultation(slug) {
        slug.to_owned()
    } else {
        "beteiligung".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_becomes_a_name_people_can_read() {
        assert_eq!(
            suggest("Ziele für Lindenau 2035"),
            "ziele-fuer-lindenau-2035"
        );
        assert_eq!(
            suggest("  „Straßen & Plätze“ – neu! "),
            "strassen-plaetze-neu"
        );
        assert_eq!(suggest("???"), "beteiligung");
        assert_eq!(suggest("New"), "beteiligung");
    }

    proptest! {
        #[test]
        fn whatever_the_title_the_name_fits_an_address(title in "\\PC{0,200}") {
            let slug = suggest(&title);
            let numbered = format!("{slug}-99");
            prop_assert!(names_consultation(&slug) && is_slug(&numbered));
        }
    }
}
