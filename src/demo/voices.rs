//! Many voices: where the questionnaires of the first consultation are played many times over, for measurements, people do not say the
//! same again. Each text is put together from parts, so that nearly all differ, a few are form letters and a few were sent twice.

use serde::Deserialize;

use super::chance::Chance;
use super::sheets::Remark;

/// In so many of a hundred cases somebody sends a form letter, or what another one has sent.
const LETTERS: u32 = 3;
const COPIES: u32 = 2;
/// Where the chance of the voices begins.
const VOICES: u64 = 700_000;

/// What people say, in parts.
#[derive(Clone, Debug, Deserialize)]
pub struct Voices {
    openings: Vec<String>,
    wishes: Vec<String>,
    places: Vec<String>,
    reasons: Vec<String>,
    letters: Vec<String>,
}

impl Voices {
    /// Those of the town.
    ///
    /// # Errors
    /// When the file of parts is none.
    pub fn of_the_town() -> anyhow::Result<Self> {
        Ok(toml::from_str(include_str!("town/stimmen.toml"))?)
    }

    /// The remarks of one round: in the first the words of the story, afterwards words of their own.
    pub fn of_round(&self, told: &[Remark], round: u32) -> Vec<Remark> {
        if round == 0 {
            return told.to_vec();
        }
        let mut chance = Chance::of(VOICES + u64::from(round));
        let own = |remark: &Remark| Remark {
            text: self.text(remark, &mut chance),
            ..remark.clone()
        };
        told.iter().map(own).collect()
    }

    fn text(&self, remark: &Remark, chance: &mut Chance) -> String {
        if chance.percent(LETTERS) {
            return joined(&[part(&self.openings, chance), part(&self.letters, chance)]);
        }
        if chance.percent(COPIES) {
            return remark.text.clone();
        }
        let opening = part(&self.openings, chance);
        let wish = part(&self.wishes, chance).replace("{ort}", part(&self.places, chance));
        let reason = part(&self.reasons, chance);
        joined(&[opening, first_sentence(&remark.text), &wish, reason])
    }
}

fn part<'a>(parts: &'a [String], chance: &mut Chance) -> &'a str {
    let last = i64::try_from(parts.len()).unwrap_or(1) - 1;
    let place = usize::try_from(chance.between(0, last)).unwrap_or_default();
    parts.get(place).map_or("", String::as_str)
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(" ")
}

/// Up to the first full stop, question or exclamation mark before a space.
fn first_sentence(text: &str) -> &str {
    let ends = [". ", "! ", "? "];
    let end = ends.iter().filter_map(|end| text.find(end)).min();
    end.and_then(|end| text.get(..=end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::sheets::remarks;
    use super::*;

    #[test]
    fn nearly_every_voice_is_its_own_and_the_same_at_every_play() {
        let told = remarks(include_str!("town/stadtentwicklung-kommentare.csv")).unwrap();
        let voices = Voices::of_the_town().unwrap();
        let said = || -> Vec<String> {
            let rounds = (0..10).flat_map(|round| voices.of_round(&told, round));
            rounds.map(|remark| remark.text).collect()
        };
        let all = said();
        assert_eq!(all, said());
        let different: BTreeSet<&String> = all.iter().collect();
        assert!(
            different.len() * 100 >= all.len() * 93,
            "{}",
            different.len()
        );
        assert!(different.len() < all.len());
        let first = |n: usize| all.iter().take(n);
        assert!(first(told.len()).eq(told.iter().map(|remark| &remark.text)));
        assert!(all.iter().all(|text| !text.contains("{ort}")));
    }
}
