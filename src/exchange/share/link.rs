//! The link itself: which of its two forms is written, and which is read.

use super::{Fault, Parcel, packed, readable};
use crate::engine::Policy;

/// The most characters of an address that messengers carry without cutting it.
pub const LONGEST: usize = 2_000;
/// The most characters of a link that is spelled out; a longer one is packed.
pub const LONGEST_READABLE: usize = 600;
/// The most bytes that are read as a link: those that are written, and what others add.
const LONGEST_READ: usize = 2 * LONGEST;

/// How the fragment of a link begins.
pub(super) const ROUTE: &str = "/check?";

/// An address that is too long to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// How many characters it would have; [`LONGEST`] are possible.
    pub characters: usize,
}

/// The address of a link to `parcel` on the page at `address`, in the form that suits it.
///
/// # Errors
/// [`TooLong`], when messengers would cut it.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::exchange::share::{TooLong, read, write};
/// let policy = Policy::spt_001()?;
/// let parcel = read("/check?t=2026-02-14T17:50+08:00&end=1", &policy).unwrap();
/// assert_eq!(
///     write(&parcel, &policy, "https://example.org/").as_deref(),
///     Ok("https://example.org/#/check?t=2026-02-14T17:50:00+08:00&end=1"),
/// );
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
pub fn write(parcel: &Parcel, policy: &Policy, address: &str) -> Result<String, TooLong> {
    let spelled = readable::write(parcel, policy);
    let fragment = if spelled.len() <= LONGEST_READABLE {
        spelled
    } else {
        packed::write(parcel, policy)
    };
    let link = format!("{address}#{fragment}");
    let characters = link.chars().count();
    if characters > LONGEST {
        return Err(TooLong { characters });
    }
    Ok(link)
}

/// What the fragment of an address, without its `#`, hands on under `policy`.
///
/// # Errors
/// [`Fault`], when it is cut off, changed, or something else.
///
/// ```
/// use sla_planner::engine::Policy;
/// use sla_planner::exchange::share::{Fault, read};
/// let policy = Policy::spt_001()?;
/// let cut_off = read("/check?t=2026-02-14T17:50+08:00&p=P", &policy);
/// assert_eq!(cut_off, Err(Fault::MissingEnd { received: 35 }));
/// # Ok::<(), sla_planner::engine::Error>(())
/// ```
pub fn read(fragment: &str, policy: &Policy) -> Result<Parcel, Fault> {
    if fragment.len() > LONGEST_READ {
        return Err(Fault::TooLong {
            received: fragment.len(),
        });
    }
    let received = fragment.chars().count();
    let Some(body) = fragment.strip_prefix(ROUTE) else {
        return Err(if !fragment.is_empty() && ROUTE.starts_with(fragment) {
            Fault::MissingEnd { received }
        } else {
            Fault::NotALink
        });
    };
    let pairs: Vec<&str> = body.split(['&', '?']).collect();
    if let [first, behind @ ..] = pairs.as_slice()
        && let Some(sealed) = first.strip_prefix("z=")
    {
        let before = ROUTE.len() + "z=".len();
        let parcel = packed::read(sealed, policy, before, before + sealed.len())?;
        readable::refuse_known(behind)?;
        return Ok(parcel);
    }
    readable::read(&pairs, policy, received)
}
