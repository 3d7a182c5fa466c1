//! The addresses as a tree of their parts: the server looks at some thirty first words, then at what follows the one that fits, instead
//! of trying three hundred patterns one after the other for each request.

use actix_web::Scope;
use actix_web::dev::HttpServiceFactory;
use actix_web::web::{ServiceConfig, scope};

/// Adds an address to what lies around it; the text is the part of it that is left there.
type Laid = Box<dyn FnOnce(Scope, &'static str) -> Scope>;

/// The addresses of the product. Of two that fit a request the one with a word in place of a name answers
/// (`/desk/strategies/new` before `/desk/strategies/{strategy}`), then the one that was laid first.
#[derive(Default)]
pub struct Table(Part);

/// What lies below the beginning of an address.
#[derive(Default)]
struct Part {
    /// Addresses that end here, or go on with more than whole parts (`/{survey}.csv`).
    here: Vec<(&'static str, Laid)>,
    /// What goes on, by the next part with its slash: a word, or a whole name (`/{survey}`).
    below: Vec<(&'static str, Part)>,
}

impl Table {
    /// Adds an address. `service` makes what answers there, from the part of the address that is left to it.
    pub(super) fn lay<S: HttpServiceFactory + 'static>(
        &mut self,
        path: &'static str,
        service: impl FnOnce(&'static str) -> S + 'static,
    ) {
        let laid: Laid = Box::new(move |scope, rest| scope.service(service(rest)));
        let mut at = &mut self.0;
        // The start page has no part.
        let mut rest = if path == "/" { "" } else { path };
        while !rest.is_empty() {
            let end = rest.char_indices().skip(1).find(|(_, sign)| *sign == '/');
            let (part, behind) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            if part.contains('{') && !is_name(part) {
                break;
            }
            at = at.part(part);
            rest = behind;
        }
        at.here.push((path, laid));
    }

    /// Tells the server.
    pub(super) fn tell(mut self, config: &mut ServiceConfig) {
        for (word, part) in self.0.below {
            config.service(part.tell(scope(word), word.len()));
        }
        // Every address begins with no word at all.
        self.0.below = Vec::new();
        config.service(self.0.tell(scope(""), 0));
    }
}

impl Part {
    fn part(&mut self, name: &'static str) -> &mut Part {
        let known = self.below.iter().position(|(known, _)| *known == name);
        let place = known.unwrap_or_else(|| {
            self.below.push((name, Part::default()));
            self.below.len() - 1
        });
        &mut self.below[place].1
    }

    /// Adds all of it to the scope of its beginning, which takes so many bytes of each address.
    fn tell(self, mut around: Scope, taken: usize) -> Scope {
        let (names, words): (Vec<_>, Vec<_>) =
            self.below.into_iter().partition(|(part, _)| is_name(part));
        for (part, below) in words {
            around = below.lay(around, part, taken);
        }
        for (path, laid) in self.here {
            around = laid(around, &path[taken..]);
        }
        for (part, below) in names {
            around = below.lay(around, part, taken);
        }
        around
    }

    /// Adds it to what lies around it: a single address as it is, several as a scope of their own.
    fn lay(mut self, around: Scope, part: &'static str, taken: usize) -> Scope {
        if self.below.is_empty() && self.here.len() == 1 {
            let alone = self.here.pop().into_iter();
            return alone.fold(around, |around, (path, laid)| laid(around, &path[taken..]));
        }
        around.service(self.tell(scope(part), taken + part.len()))
    }
}

/// Whether a part of an address is a name and nothing else: `/{survey}`.
fn is_name(part: &str) -> bool {
    part.starts_with("/{") && part.find('}') == Some(part.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses below which two names stand at the same place.
    fn doubtful(part: &Part, begin: &str) -> Vec<String> {
        let names = part.below.iter().filter(|(name, _)| is_name(name)).count();
        let here = (names > 1).then(|| begin.to_owned());
        let below = part
            .below
            .iter()
            .flat_map(|(name, below)| doubtful(below, &format!("{begin}{name}")));
        here.into_iter().chain(below).collect()
    }

    #[test]
    fn at_each_place_stands_one_name() {
        let mut table = Table::default();
        crate::routes::lay_out(&mut table);
        assert_eq!(doubtful(&table.0, ""), Vec::<String>::new());
    }
}
