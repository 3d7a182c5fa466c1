//! The catalogue for data portals (DCAT-AP.de): one dataset for each consultation with published results, with all its files.
//! What the town has not told is left out.

mod facts;

use chrono::{DateTime, NaiveDate, Utc};
use oxjsonld::JsonLdSerializer;
use oxrdf::vocab::xsd;
use oxrdf::{BlankNode, GraphName, Literal, NamedNode, Triple};
use oxttl::TurtleSerializer;

use facts::{Facts, iri};

use crate::base::config::OpenData;

const DCAT: &str = "http://www.w3.org/ns/dcat#";
const DCT: &str = "http://purl.org/dc/terms/";
const DCATDE: &str = "http://dcat-ap.de/def/dcatde/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const VCARD: &str = "http://www.w3.org/2006/vcard/ns#";
const EU: &str = "http://publications.europa.eu/resource/authority/";

const PREFIXES: [(&str, &str); 6] = [
    ("dcat", DCAT),
    ("dct", DCT),
    ("dcatde", DCATDE),
    ("foaf", FOAF),
    ("vcard", VCARD),
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
        for dataset in &self.datasets {
            facts.link(&own, DCAT, "dataset", &self.name(dataset)?)?;
        }
        facts.kind(publisher.clone(), FOAF, "Organization")?;
        facts.add(
            publisher.clone(),
            FOAF,
            "name",
            Literal::new_simple_literal(&self.town),
        )?;
        for (n, dataset) in self.datasets.iter().enumerate() {
            self.tell_dataset(facts, &self.name(dataset)?, (n, dataset), &publisher)?;
        }
        Ok(())
    }

    /// The name of a dataset: an address, as everything has one here.
    fn name(&self, dataset: &Dataset) -> anyhow::Result<NamedNode> {
        iri(&format!("{}{}#dataset", self.base_url, dataset.path))
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
        facts.add(
            of.clone(),
            DCT,
            "identifier",
            Literal::new_simple_literal(&page),
        )?;
        facts.link(of, DCT, "publisher", publisher)?;
        facts.link(of, DCAT, "landingPage", &iri(&page)?)?;
        facts.link(of, DCT, "language", &self.language()?)?;
        facts.link(of, DCAT, "theme", &iri(&format!("{EU}data-theme/GOVE"))?)?;
        facts.link(
            of,
            DCT,
            "accessRights",
            &iri(&format!("{EU}access-right/PUBLIC"))?,
        )?;
        facts.moment(of, "issued", dataset.issued)?;
        facts.moment(of, "modified", dataset.modified)?;
        facts.add(
            of.clone(),
            DCAT,
            "version",
            Literal::new_simple_literal(dataset.version.to_string()),
        )?;
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
        let contact = (!self.open.contact_email.is_empty()).then(|| format!("contact{n}"));
        let span = dataset.days.map(|_| format!("span{n}"));
        for (space, name, node) in [(DCAT, "contactPoint", &contact), (DCT, "temporal", &span)] {
            if let Some(node) = node {
                facts.add(of.clone(), space, name, BlankNode::new(node)?)?;
            }
        }
        for file in &dataset.files {
            let own = iri(&format!("{}{}#distribution", self.base_url, file.path))?;
            facts.link(of, DCAT, "distribution", &own)?;
        }
        self.tell_nameless(facts, dataset, contact, span)?;
        for file in &dataset.files {
            let address = format!("{}{}", self.base_url, file.path);
            let own = iri(&format!("{address}#distribution"))?;
            self.tell_file(facts, &own, (&address, &page), (dataset, file))?;
        }
        Ok(())
    }

    /// Whom to ask about a dataset, and the days it is about: they have no address of their own.
    fn tell_nameless(
        &self,
        facts: &mut Facts,
        dataset: &Dataset,
        contact: Option<String>,
        span: Option<String>,
    ) -> anyhow::Result<()> {
        if let Some(contact) = contact {
            let contact = BlankNode::new(contact)?;
            facts.kind(contact.clone(), VCARD, "Organization")?;
            facts.add(
                contact.clone(),
                VCARD,
                "fn",
                Literal::new_simple_literal(&self.town),
            )?;
            let mail = iri(&format!("mailto:{}", self.open.contact_email))?;
            facts.add(contact, VCARD, "hasEmail", mail)?;
        }
        if let (Some(span), Some((first, last))) = (span, dataset.days) {
            let span = BlankNode::new(span)?;
            facts.kind(span.clone(), DCT, "PeriodOfTime")?;
            for (name, day) in [("startDate", first), ("endDate", last)] {
                let day = Literal::new_typed_literal(day.to_string(), xsd::DATE);
                facts.add(span.clone(), DCAT, name, day)?;
            }
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
        facts.link(
            own,
            DCT,
            "format",
            &iri(&format!("{EU}file-type/{format}"))?,
        )?;
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
