//! What all requests share: options, texts, templates, files. Made once, at the start; whatever is broken in it stops
//! the start and not a visitor.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::base::assets::Assets;
use crate::base::attachment::Vault;
use crate::base::cache::{Cache, Memo, Shelf};
use crate::base::clock::{Clock, Zone};
use crate::base::config::Config;
use crate::base::foot::Foot;
use crate::base::form::{FILES_AT_ONCE, PIECE};
use crate::base::limit::Rates;
use crate::base::locale::Texts;
use crate::base::meter::Meter;
use crate::base::outbox::Allowance;
use crate::base::page::templates::{Callable, Templates};
use crate::base::page::{Alike, Marks};
use crate::base::secret::Secrets;

/// What all requests share.
pub struct Site {
    /// The town's options.
    pub config: Config,
    /// All texts.
    pub texts: Arc<Texts>,
    /// All templates.
    pub templates: Templates,
    /// Style sheets, fonts, images.
    pub assets: Arc<Assets>,
    /// The files that people handed in.
    pub vault: Vault,
    /// The installation's secret.
    pub secrets: Secrets,
    /// The time.
    pub clock: Clock,
    /// The zone in which the town counts its days.
    pub zone: Zone,
    /// Figures about the server itself.
    pub meter: Meter,
    /// Finished public pages.
    pub cache: Cache,
    /// Pages made of the same data, with gaps for what is the reader's own.
    pub alike: Alike,
    /// Where these gaps are.
    pub(super) marks: Marks,
    /// What many requests read and seldom changes.
    pub memo: Memo,
    /// What parts of the program keep for themselves.
    pub shelf: Shelf,
    /// How often each address has acted lately.
    pub rates: Rates,
    /// The room for files that are being sent, in pieces of some kilobytes.
    pub(super) room: Arc<Semaphore>,
    /// The main navigation.
    pub nav: Vec<NavItem>,
    /// The links to the town's own pages.
    pub foot: Foot,
}

/// One entry of the main navigation.
#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    /// Which text it bears: `consultations`, `results` or `receipt`.
    pub key: &'static str,
    /// Where it leads; it is the current one on every page whose address begins so.
    pub url: &'static str,
}

impl Site {
    /// Reads and checks everything that is built into the program.
    ///
    /// # Errors
    /// When a text file, a template or the town's logo cannot be read.
    pub fn new(config: Config, secrets: Secrets, clock: Clock) -> anyhow::Result<Self> {
        let texts = Arc::new(Texts::load()?);
        Self::with(texts, Templates::load, config, secrets, clock)
    }

    /// The same program for another town, or at another time: texts and templates are not read once more. It saves the
    /// tests half of their time.
    ///
    /// # Errors
    /// When the town's logo cannot be read.
    #[doc(hidden)]
    pub fn beside(&self, config: Config, secrets: Secrets, clock: Clock) -> anyhow::Result<Self> {
        let again = |call: &Callable<'_>| Ok(self.templates.beside(call));
        Self::with(Arc::clone(&self.texts), again, config, secrets, clock)
    }

    fn with(
        texts: Arc<Texts>,
        templates: impl FnOnce(&Callable<'_>) -> anyhow::Result<Templates>,
        config: Config,
        secrets: Secrets,
        clock: Clock,
    ) -> anyhow::Result<Self> {
        let assets = Arc::new(Assets::load(&config)?);
        let marks = Marks::default();
        let templates = templates(&Callable {
            texts: &texts,
            assets: &assets,
            marks: &marks,
        })?;
        Ok(Self {
            zone: config.town.zone(),
            meter: Meter::new(!config.metrics.bind.is_empty(), clock.now())?,
            cache: Cache::of_bytes(config.server.cache_megabytes * 1024 * 1024),
            alike: Alike::of_bytes(config.server.cache_megabytes * 1024 * 1024 / 4),
            marks,
            memo: Memo::default(),
            shelf: Shelf::default(),
            rates: Rates::new(&config.limits),
            room: Arc::new(Semaphore::new(
                (config.limits.upload_bytes.div_ceil(PIECE) * FILES_AT_ONCE)
                    .min(Semaphore::MAX_PERMITS),
            )),
            vault: Vault::in_folder(&config.attachments.folder),
            config,
            texts,
            templates,
            assets,
            secrets,
            clock,
            nav: Vec::new(),
            foot: Foot::default(),
        })
    }

    /// Notes that a round beside the requests has ended.
    pub fn ran(&self, job: &'static str) {
        self.meter.ran(job, self.clock.now());
    }

    /// What mails the public may cause.
    pub fn allowance(&self) -> Allowance {
        Allowance::of(&self.config.mail, &self.secrets)
    }

    /// The main navigation, which only the table of routes knows.
    #[must_use]
    pub fn with_nav(mut self, nav: Vec<NavItem>) -> Self {
        self.nav = nav;
        self
    }
}
