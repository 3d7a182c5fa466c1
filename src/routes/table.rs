//! The addresses by their first word: the server looks at some thirty of these words and then at the addresses below one,
//! instead of trying three hundred patterns one after the other for each request.

use actix_web::Scope;
use actix_web::dev::HttpServiceFactory;
use actix_web::web::{ServiceConfig, scope};

/// Adds an address to those below its first word.
type Laid = Box<dyn FnOnce(Scope) -> Scope>;

/// The addresses of the product, in the order in which they were laid. Of two below the same first word that fit a request, the first answers.
#[derive(Default)]
pub struct Table {
    words: Vec<(&'static str, Vec<Laid>)>,
}

impl Table {
    /// Adds an address. `service` makes what answers there, from the part behind the first word.
    pub(super) fn lay<S: HttpServiceFactory + 'static>(
        &mut self,
        path: &'static str,
        service: impl FnOnce(&'static str) -> S + 'static,
    ) {
        let rest = path.char_indices().skip(1).find(|(_, sign)| *sign == '/');
        let (word, rest) = match path {
            // The start page has no word.
            "/" => ("", path),
            _ => path.split_at(rest.map_or(path.len(), |(at, _)| at)),
        };
        let laid: Laid = Box::new(move |scope| scope.service(service(rest)));
        match self.words.iter_mut().find(|(known, _)| *known == word) {
            Some((_, below)) => below.push(laid),
            None => self.words.push((word, vec![laid])),
        }
    }

    /// Tells the server.
    pub(super) fn tell(mut self, config: &mut ServiceConfig) {
        // Every address begins with no word at all.
        self.words.sort_by_key(|(word, _)| word.is_empty());
        for (word, below) in self.words {
            let below = below.into_iter();
            config.service(below.fold(scope(word), |scope, laid| laid(scope)));
        }
    }
}
