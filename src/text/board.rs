//! What the Board view says.

use super::phrase::phrases;

phrases! {
    /// The name of the view.
    VIEW: "看板", "Board";
}
