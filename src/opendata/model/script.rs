//! How statistics programs read a table: scripts for R and syntax for SPSS, with the meaning of each column and of each code.

use std::fmt::Write;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text of at most so many bytes.
    Text(usize),
    /// A whole number.
    Whole,
    /// A day such as 2026-07-17.
    Day,
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name: small letters, digits and `_`, with a letter in front.
    pub name: String,
    /// What stands in it, in words.
    pub label: String,
    /// What stands in it.
    pub kind: Kind,
    /// Codes and what they mean: numbers where the column holds numbers.
    pub values: Vec<(String, String)>,
    /// Whether nothing but these codes may stand in it.
    pub is_closed: bool,
}

/// What a script says about itself, in the reader's language.
pub struct Words {
    /// Title and origin of the data, line by line.
    pub about: Vec<String>,
    /// How to use it.
    pub how: String,
}

/// A script for R that reads `file` into a data frame with factors and labels.
pub fn r(file: &str, words: &Words, variables: &[Variable]) -> String {
    let mut out = String::new();
    for line in words.about.iter().chain([&words.how]) {
        let _ = writeln!(out, "# {}", one_line(line));
    }
    let _ = writeln!(
        out,
        "\nread_data <- function(file = {}) {{\n  data <- read.csv(file, fileEncoding = \"UTF-8\", na.strings = \"\", stringsAsFactors = FALSE, check.names = FALSE,\n    colClasses = c(",
        quoted(file)
    );
    let classes: Vec<String> = variables
        .iter()
        .map(|variable| {
            let class = match variable.kind {
                Kind::Text(_) => "character",
                Kind::Whole => "integer",
                Kind::Day => "Date",
            };
            format!("      {} = \"{class}\"", quoted(&variable.name))
        })
        .collect();
    let _ = writeln!(out, "{}))\n", classes.join(",\n"));
    for variable in variables {
        let at = format!("data[[{}]]", quoted(&variable.name));
        let values = variable.values.iter().filter(|(code, _)| !code.is_empty());
        let code = |code: &str| match variable.kind {
            Kind::Whole => code.to_owned(),
            _ => quoted(code),
        };
        let (codes, names): (Vec<_>, Vec<_>) = values
            .map(|(value, name)| (code(value), quoted(name)))
            .unzip();
        if variable.is_closed && !codes.is_empty() {
            let _ = writeln!(
                out,
                "  {at} <- factor({at}, levels = c({}), labels = c({}))",
                codes.join(", "),
                names.join(", ")
            );
        } else if !codes.is_empty() {
            let pairs = names
                .iter()
                .zip(&codes)
                .map(|(name, code)| format!("{name} = {code}"));
            let _ = writeln!(
                out,
                "  attr({at}, \"labels\") <- c({})",
                pairs.collect::<Vec<_>>().join(", ")
            );
        }
        let _ = writeln!(
            out,
            "  attr({at}, \"label\") <- {}",
            quoted(&variable.label)
        );
    }
    out + "  data\n}\n\nresults <- read_data()\nstr(results)\n"
}

/// Syntax for SPSS that reads `file` with labels of variables and values.
pub fn spss(file: &str, words: &Words, variables: &[Variable]) -> String {
    let mut out = String::from("* Encoding: UTF-8.\n");
    for line in words.about.iter().chain([&words.how]) {
        // A full stop at the end of a line ends a comment, and an empty line does as well.
        let _ = writeln!(out, "* {}.", one_line(line).trim_end_matches('.'));
    }
    let _ = writeln!(
        out,
        "\nGET DATA\n  /TYPE=TXT\n  /FILE={}\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  /DELIMITERS=\",\"\n  /QUALIFIER='\"'\n  /FIRSTCASE=2\n  /VARIABLES=",
        single(file, 255)
    );
    for variable in variables {
        let format = match variable.kind {
            Kind::Text(bytes) => format!("A{}", bytes.clamp(1, 32_767)),
            Kind::Whole => "F8.0".to_owned(),
            Kind::Day => "SDATE10".to_owned(),
        };
        let _ = writeln!(out, "    {} {format}", variable.name);
    }
    out.push_str("  .\n\nVARIABLE LABELS");
    for variable in variables {
        let _ = write!(
            out,
            "\n  {} {}",
            variable.name,
            single(&variable.label, 255)
        );
    }
    out.push_str(".\n");
    for variable in variables
        .iter()
        .filter(|variable| !variable.values.is_empty())
    {
        let _ = write!(out, "\nVALUE LABELS {}", variable.name);
        for (code, name) in &variable.values {
            let code = match variable.kind {
                Kind::Whole => code.clone(),
                _ => single(code, 120),
            };
            let _ = write!(out, "\n  {code} {}", single(name, 120));
        }
        out.push_str(".\n");
    }
    out + "\nEXECUTE.\n"
}

/// A name that both programs take, made of any text; `taken` are the names that are there already.
pub fn variable_name(text: &str, taken: &[String]) -> String {
    let plain = text
        .to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
        .replace('ß', "ss");
    let mut name: String = plain
        .chars()
        .map(|sign| {
            if sign.is_ascii_alphanumeric() {
                sign
            } else {
                '_'
            }
        })
        .take(58)
        .collect();
    if !name.starts_with(|sign: char| sign.is_ascii_lowercase()) {
        name.insert(0, 'v');
    }
    // SPSS takes no name that ends in an underscore for granted.
    let name = name.trim_end_matches('_').to_owned();
    let mut free = name.clone();
    let mut n = 2;
    while taken.contains(&free) {
        free = format!("{name}_{n}");
        n += 1;
    }
    free
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As R reads it: the escapes of JSON are among those of R.
fn quoted(text: &str) -> String {
    serde_json::to_string(&one_line(text)).unwrap_or_default()
}

/// As SPSS reads it, cut to so many bytes.
fn single(text: &str, bytes: usize) -> String {
    let line = one_line(text);
    let mut end = line.len().min(bytes);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    format!("'{}'", line[..end].replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables() -> Vec<Variable> {
        vec![
            Variable {
                name: "sz_4".into(),
                label: "Ziel \"4\": Kinder's Wege\nsicher".into(),
                kind: Kind::Whole,
                values: vec![
                    ("1".into(), "richtig".into()),
                    ("2".into(), "mutiger".into()),
                ],
                is_closed: true,
            },
            Variable {
                name: "day".into(),
                label: "Tag".into(),
                kind: Kind::Day,
                values: Vec::new(),
                is_closed: false,
            },
        ]
    }

    fn words() -> Words {
        Words {
            about: vec!["Ergebnisse.\nSystem('x')".into()],
            how: "So geht es.".into(),
        }
    }

    #[test]
    fn r_reads_codes_as_factors() {
        let script = r("a.csv", &words(), &variables());
        assert!(script.contains("# Ergebnisse. System('x')\n"));
        assert!(script.contains(
            r#"data[["sz_4"]] <- factor(data[["sz_4"]], levels = c(1, 2), labels = c("richtig", "mutiger"))"#
        ));
        assert!(script.contains(r#""day" = "Date""#));
        assert!(script.contains(r#"<- "Ziel \"4\": Kinder's Wege sicher""#));
    }

    #[test]
    fn spss_reads_labels() {
        let syntax = spss("a.csv", &words(), &variables());
        assert!(syntax.contains("* Ergebnisse. System('x').\n"));
        assert!(syntax.contains("    sz_4 F8.0\n    day SDATE10\n  .\n"));
        assert!(syntax.contains("VALUE LABELS sz_4\n  1 'richtig'\n  2 'mutiger'.\n"));
        assert!(syntax.contains("sz_4 'Ziel \"4\": Kinder''s Wege sicher'"));
    }

    #[test]
    fn names_are_such_that_both_programs_take_them() {
        assert_eq!(variable_name("SZ-4.Größe", &[]), "sz_4_groesse");
        assert_eq!(variable_name("4", &["v4".into()]), "v4_2");
        assert_eq!(single("äöü", 3), "'ä'");
    }
}
