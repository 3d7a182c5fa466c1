//! The catalogue for data portals (DCAT-AP.de): one dataset for each consultation with published results, with all its files.
//! What the town has not told is left out.

use anyhow::Context;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use oxjsonld::JsonLdSerializer;
use oxrdf::vocab::{rdf, xsd};
use oxrdf::{BlankNode, Graph, GraphName, Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleSerializer;

use crate::base::config::OpenData;

const DCAT: &str = "http://www.w3.org/ns/dcat#";
const DCT: &str = "http://purl.org/dc/terms/";
const DCATDE: &str = "http://dcat-ap.de/def/dcatde/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const VCARD: &str = "http://www.w3.org/2006/vcard/ns#";
const SPDX: &str = "http://spdx.org/rdf/terms#";
const EU: &str = "http://publications.europa.eu/resource/authority/";

const PREFIXES: [(&str, &str); 7] = [
    ("dcat", DCAT),
    ("dct", DCT),
    ("dcatde", DCATDE),
    ("foaf", FOAF),
    ("vcard", VCARD),
    ("spdx", SPDX),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The catalogue as a whole.
pub struct Catalogue {
    /// The address of the portal, without a slash at the end.
    pub base_url: String,
    /// Its language, `de` or `en`; all texts are in it.
    pub lang: &'static str,
    /// What it is called.
    pub title: String,
    /// What is in it.
    pub about: String,
    /// The town.
    pub town: String,
    /// What the town has told for portals.
    pub open: OpenData,
    /// Words under which the data are found.
    pub keywords: Vec<String>,
    /// One for each consultation with published results.
    pub datasets: Vec<Dataset>,
}

/// The published results of one consultation.
pub struct Dataset {
    /// Its page, below the portal's address; the name of the dataset as well.
    pub path: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// When the results became public.
    pub issued: DateTime<Utc>,
    /// When the newest publication became public.
    pub modified: DateTime<Utc>,
    /// The number of the newest publication.
    pub version: i32,
    /// The days on which people took part: the first and the last.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Its files.
    pub files: Vec<File>,
}

/// One file of a dataset.
pub struct File {
    /// Its address below the portal's.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub kind: FileKind,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A table as text.
    Csv,
    /// A workbook.
    Xlsx,
    /// A data package.
    Zip,
    /// An answer of the interface for programs.
    Json,
}

impl FileKind {
    /// Its name in the list of the European Union, and its type.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("CSV", "text/csv"),
            Self::Xlsx => (
                "XLSX",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
            Self::Zip => ("ZIP", "application/zip"),
            Self::Json => ("JSON", "application/json"),
        }
    }
}

impl Catalogue {
    /// As Turtle.
    ///
    /// # Errors
    /// When an address is none.
    pub fn turtle(&self) -> anyhow::Result<Vec<u8>> {
        let mut writer = TurtleSerializer::new();
        for (name, address) in PREFIXES {
            writer = writer.with_prefix(name, address)?;
        }
        let mut writer = writer.for_writer(Vec::new());
        for triple in self.triples()? {
            writer.serialize_triple(triple.as_ref())?;
        }
        Ok(writer.finish()?)
    }

    /// As JSON-LD.
    ///
    /// # Errors
    /// When an address is none.
    pub fn json_ld(&self) -> anyhow::Result<Vec<u8>> {
        let mut writer = JsonLdSerializer::new();
        for (name, address) in PREFIXES {
            writer = writer.with_prefix(name, address)?;
        }
        let mut writer = writer.for_writer(Vec::new());
        for triple in self.triples()? {
            writer.serialize_quad(triple.as_ref().in_graph(GraphName::DefaultGraph.as_ref()))?;
        }
        Ok(writer.finish()?)
    }

    fn triples(&self) -> anyhow::Result<Vec<Triple>> {
        let mut facts = Facts {
            lang: self.lang,
            found: Vec::new(),
        };
        self.tell(&mut facts)?;
        // A name for what has none would else change with each answer, and with it the answer's version.
        debug_assert_eq!(Graph::from_iter(&facts.found).len(), facts.found.len());
        Ok(facts.found)
    }

    fn tell(&self, facts: &mut Facts) -> anyhow::Result<()> {
        let own = iri(&format!("{}/catalog.ttl#catalogue", self.base_url))?;
        let publisher = if self.open.publisher_url.is_empty() {
            iri(&format!("{}/catalog.ttl#publisher", self.base_url))?
        } else {
            iri(&self.open.publisher_url)?
        };
        facts.kind(own.clone(), DCAT, "Catalog")?;
        facts.words(&own, DCT, "title", &self.title)?;
        facts.words(&own, DCT, "description", &self.about)?;
        facts.link(&own, DCT, "publisher", &publisher)?;
        facts.link(&own, FOAF, "homepage", &iri(&self.base_url)?)?;
        facts.link(&own, DCT, "language", &self.language()?)?;
        if let Some(newest) = self.datasets.iter().map(|one| one.modified).max() {
            facts.moment(&own, "modified", newest)?;
        }
        if let Some(licence) = self.licence()? {
            facts.link(&own, DCT, "license", &licence)?;
        }
        facts.kind(publisher.clone(), FOAF, "Organization")?;
        facts.add(publisher.clone(), FOAF, "name", Literal::new_simple_literal(&self.town))?;
        for (n, dataset) in self.datasets.iter().enumerate() {
            let of = iri(&format!("{}{}#dataset", self.base_url, dataset.path))?;
            facts.link(&own, DCAT, "dataset", &of)?;
            self.tell_dataset(facts, &of, (n, dataset), &publisher)?;
        }
        Ok(())
    }

    fn language(&self) -> anyhow::Result<NamedNode> {
        let name = if self.lang == "de" { "DEU" } else { "ENG" };
        iri(&format!("{EU}language/{name}"))
    }

    fn licence(&self) -> anyhow::Result<Option<NamedNode>> {
        let told = Some(&self.open.licence).filter(|licence| !licence.is_empty());
        told.map(|licence| iri(licence)).transpose()
    }

    fn tell_dataset(
        &self,
        facts: &mut Facts,
        of: &NamedNode,
        (n, dataset): (usize, &Dataset),
        publisher: &NamedNode,
    ) -> anyhow::Result<()> {
        let page = format!("{}{}", self.base_url, dataset.path);
        facts.kind(of.clone(), DCAT, "Dataset")?;
        facts.words(of, DCT, "title", &dataset.title)?;
        facts.words(of, DCT, "description", &dataset.about)?;
        facts.add(of.clone(), DCT, "identifier", Literal::new_simple_literal(&page))?;
        facts.link(of, DCT, "publisher", publisher)?;
        facts.link(of, DCAT, "landingPage", &iri(&page)?)?;
        facts.link(of, DCT, "language", &self.language()?)?;
        facts.link(of, DCAT, "theme", &iri(&format!("{EU}data-theme/GOVE"))?)?;
        facts.link(of, DCT, "accessRights", &iri(&format!("{EU}access-right/PUBLIC"))?)?;
        facts.moment(of, "issued", dataset.issued)?;
        facts.moment(of, "modified", dataset.modified)?;
        facts.add(of.clone(), DCAT, "version", Literal::new_simple_literal(dataset.version.to_string()))?;
        for keyword in &self.keywords {
            facts.words(of, DCAT, "keyword", keyword)?;
        }
        for (name, address) in [
            ("contributorID", &self.open.contributor_id),
            ("politicalGeocodingURI", &self.open.geocoding),
        ] {
            if !address.is_empty() {
                facts.link(of, DCATDE, name, &iri(address)?)?;
            }
        }
        if !self.open.contact_email.is_empty() {
            let contact = BlankNode::new(format!("contact{n}"))?;
            facts.add(of.clone(), DCAT, "contactPoint", contact.clone())?;
            facts.kind(contact.clone(), VCARD, "Organization")?;
            facts.add(contact.clone(), VCARD, "fn", Literal::new_simple_literal(&self.town))?;
            let mail = iri(&format!("mailto:{}", self.open.contact_email))?;
            facts.add(contact, VCARD, "hasEmail", mail)?;
        }
        if let Some((first, last)) = dataset.days {
            let span = BlankNode::new(format!("span{n}"))?;
            facts.add(of.clone(), DCT, "temporal", span.clone())?;
            facts.kind(span.clone(), DCT, "PeriodOfTime")?;
            for (name, day) in [("startDate", first), ("endDate", last)] {
                let day = Literal::new_typed_literal(day.to_string(), xsd::DATE);
                facts.add(span.clone(), DCAT, name, day)?;
            }
        }
        for file in &dataset.files {
            let address = format!("{}{}", self.base_url, file.path);
            let own = iri(&format!("{address}#distribution"))?;
            facts.link(of, DCAT, "distribution", &own)?;
            self.tell_file(facts, &own, (&address, &page), (dataset, file))?;
        }
        Ok(())
    }

    fn tell_file(
        &self,
        facts: &mut Facts,
        own: &NamedNode,
        (address, page): (&str, &str),
        (dataset, file): (&Dataset, &File),
    ) -> anyhow::Result<()> {
        let (format, media) = file.kind.names();
        facts.kind(own.clone(), DCAT, "Distribution")?;
        facts.words(own, DCT, "title", &file.title)?;
        facts.link(own, DCAT, "accessURL", &iri(page)?)?;
        facts.link(own, DCAT, "downloadURL", &iri(address)?)?;
        facts.link(own, DCT, "format", &iri(&format!("{EU}file-type/{format}"))?)?;
        let media = format!("https://www.iana.org/assignments/media-types/{media}");
        facts.link(own, DCAT, "mediaType", &iri(&media)?)?;
        facts.moment(own, "modified", dataset.modified)?;
        if let Some(licence) = self.licence()? {
            facts.link(own, DCT, "license", &licence)?;
            // Licences with attribution want to know whom to name.
            facts.words(own, DCATDE, "licenseAttributionByText", &self.town)?;
        }
        Ok(())
    }
}

fn iri(text: &str) -> anyhow::Result<NamedNode> {
    NamedNode::new(text).with_context(|| format!("{text} is no address"))
}

/// What is told, sentence by sentence.
struct Facts {
    lang: &'static str,
    found: Vec<Triple>,
}

impl Facts {
    fn add(
        &mut self,
        of: impl Into<NamedOrBlankNode>,
        space: &str,
        name: &str,
        what: impl Into<Term>,
    ) -> anyhow::Result<()> {
        let predicate = iri(&format!("{space}{name}"))?;
        self.found.push(Triple::new(of, predicate, what));
        Ok(())
    }

    fn kind(
        &mut self,
        of: impl Into<NamedOrBlankNode>,
        space: &str,
        name: &str,
    ) -> anyhow::Result<()> {
        let kind = iri(&format!("{space}{name}"))?;
        self.found.push(Triple::new(of, rdf::TYPE, kind));
        Ok(())
    }

    fn link(&mut self, of: &NamedNode, space: &str, name: &str, to: &NamedNode) -> anyhow::Result<()> {
        self.add(of.clone(), space, name, to.clone())
    }

    fn words(&mut self, of: &NamedNode, space: &str, name: &str, text: &str) -> anyhow::Result<()> {
        let words = Literal::new_language_tagged_literal(text, self.lang)?;
        self.add(of.clone(), space, name, words)
    }

    fn moment(&mut self, of: &NamedNode, name: &str, at: DateTime<Utc>) -> anyhow::Result<()> {
        let text = at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let moment = Literal::new_typed_literal(text, xsd::DATE_TIME);
        self.add(of.clone(), DCT, name, moment)
    }
}
