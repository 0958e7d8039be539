//! What the user chose to be told, as it is kept in this browser.

use serde::Serialize;

use super::QuietHours;
use crate::board::Crossed;
use crate::engine::{BasisPoints, Expected, Instant, Misread, Node, Policy, Zone};

/// The version in which they are kept.
const VERSION: u32 = 1;

/// Whether something is told, and at which thresholds it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whether it is told at all.
    pub on: bool,
    /// The thresholds at which it is not, by their shares.
    pub except: Vec<BasisPoints>,
}

impl Told {
    /// Whether it is told at `share`, where it is told at all.
    #[must_use]
    pub fn at(&self, share: BasisPoints) -> bool {
        !self.except.contains(&share)
    }

    /// Tells it at `share`, or does not.
    pub fn set(&mut self, share: BasisPoints, told: bool) {
        self.except.retain(|other| *other != share);
        if !told {
            self.except.push(share);
        }
    }

    /// Those of `crossed` that are told under `policy`.
    #[must_use]
    pub fn of(&self, crossed: &[Crossed], policy: &Policy) -> Vec<Crossed> {
        let told = |one: &&Crossed| {
            let threshold = policy.thresholds.get(one.crossing.threshold);
            self.on && threshold.is_some_and(|threshold| self.at(threshold.share))
        };
        crossed.iter().filter(told).copied().collect()
    }
}

/// What the user chose to be told. Nothing disturbs anybody unasked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Notifications.
    pub notices: Told,
    /// The sound.
    pub sound: Told,
    /// How loud it is, of 100.
    pub volume: u8,
    /// Whether there are quiet hours.
    pub quiet: bool,
    /// Which ones.
    pub hours: QuietHours,
    /// Until when all that disturbs is put off.
    pub snoozed: Option<Instant>,
    /// Whether the title and the icon of the tab show the worst state.
    pub tab: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            notices: Told::default(),
            sound: Told::default(),
            volume: 50,
            quiet: false,
            hours: QuietHours::default(),
            snoozed: None,
            tab: true,
        }
    }
}

impl Rules {
    /// Whether nothing is to disturb at `now`, in the user's `zone`.
    #[must_use]
    pub fn silent(&self, zone: Zone, now: Instant) -> bool {
        self.silent_until(zone, now).is_some()
    }

    /// Until when nothing is to disturb that holds at `now`; none where it may.
    #[must_use]
    pub fn silent_until(&self, zone: Zone, now: Instant) -> Option<Instant> {
        let snoozed = self.snoozed.filter(|until| now < *until);
        let hours = self.hours.end(zone, now).filter(|_| self.quiet);
        snoozed.max(hours)
    }

    /// The rules as they are kept.
    ///
    /// ```
    /// use sla_planner::board::alert::Rules;
    /// let rules = Rules { quiet: true, volume: 80, ..Rules::default() };
    /// assert_eq!(Rules::read(&rules.write()), rules);
    /// assert_eq!(Rules::read("damaged"), Rules::default());
    /// ```
    #[must_use]
    pub fn write(&self) -> String {
        let told = |told: &Told| KeptTold {
            on: told.on,
            except: told.except.iter().map(|share| share.0).collect(),
        };
        let kept = Kept {
            version: VERSION,
            notices: told(&self.notices),
            sound: told(&self.sound),
            volume: self.volume,
            quiet: self.quiet,
            from: QuietHours::written(self.hours.from),
            until: QuietHours::written(self.hours.until),
            snoozed: self.snoozed,
            tab: self.tab,
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// The rules from their text; what cannot be read is as if never chosen.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let tree = Node::parse(text).unwrap_or_default();
        let node = Node::whole(&tree);
        let own = Self::default();
        let flag = |key, default| node.key(key).flag().unwrap_or(default);
        let minute = |key, default| {
            let kept = node.key(key).str().ok().and_then(QuietHours::minute);
            kept.unwrap_or(default)
        };
        let told = |key| {
            let node = node.key(key);
            Told {
                on: node.key("on").flag().unwrap_or_default(),
                except: node.key("except").list(share).unwrap_or_default(),
            }
        };
        Self {
            notices: told("notices"),
            sound: told("sound"),
            volume: node
                .key("volume")
                .number()
                .map_or(own.volume, |volume: u8| volume.min(100)),
            quiet: flag("quiet", own.quiet),
            hours: QuietHours {
                from: minute("from", own.hours.from),
                until: minute("until", own.hours.until),
            },
            snoozed: node.key("snoozed").parsed(Expected::Instant).ok(),
            tab: flag("tab", own.tab),
        }
    }
}

fn share(node: &Node<'_>) -> Result<BasisPoints, Misread> {
    node.number().map(BasisPoints)
}

#[derive(Serialize)]
struct Kept {
    version: u32,
    notices: KeptTold,
    sound: KeptTold,
    volume: u8,
    quiet: bool,
    from: String,
    until: String,
    snoozed: Option<Instant>,
    tab: bool,
}

#[derive(Serialize)]
struct KeptTold {
    on: bool,
    except: Vec<u32>,
}
