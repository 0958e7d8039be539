//! Reading JSON so that what is wrong in it can be found: a value knows where it stands.
//!
//! Derived readers say a line and a column in English, and weigh twice as much in the download.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde_json::Value;

use super::iso;

/// What a place in a document should have held.
///
/// ```
/// use sla_planner::engine::{Expected, Node};
/// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
/// let whole = Node::whole(&tree);
/// assert_eq!(whole.key("date").number::<i64>().unwrap_err().expected, Expected::Number);
/// # Ok::<(), sla_planner::engine::Misread>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// JSON at all.
    Json,
    /// Text.
    Text,
    /// A whole number that fits.
    Number,
    /// True or false.
    Flag,
    /// A list.
    List,
    /// A date, such as `2026-02-14`.
    Date,
    /// An instant, such as `2026-02-14T17:50:00+08:00`.
    Instant,
    /// The name of an IANA time zone.
    Zone,
    /// Hours, such as `09:00-18:00`.
    Hours,
    /// A day of the week, `mon` to `sun`.
    Weekday,
    /// One of these keys.
    OneOf(&'static [&'static str]),
    /// A list of at most so many.
    AtMost(usize),
}

/// A place in a document that does not hold what it should.
///
/// ```
/// use sla_planner::engine::{Node};
/// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
/// let whole = Node::whole(&tree);
/// let misread = whole.key("days").place(0).flag().unwrap_err();
/// assert_eq!((misread.path.as_str(), misread.found.as_str()), ("days[0]", "mon"));
/// # Ok::<(), sla_planner::engine::Misread>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// Where, such as `targets[1].seconds[0]`; for text that is no JSON, its line and column, such as `3:7`.
    pub path: String,
    /// What is there; empty when nothing is.
    pub found: String,
    /// What should be.
    pub expected: Expected,
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            found,
            expected,
        } = self;
        write!(f, "at {path} stands \"{found}\"; write {expected:?} there")
    }
}

impl std::error::Error for Misread {}

enum Step<'a> {
    Whole,
    Key(&'a Node<'a>, &'a str),
    Place(&'a Node<'a>, usize),
}

/// A value in a document, and where it stands. What is absent reads as null.
///
/// ```
/// use sla_planner::engine::{Node};
/// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
/// let whole = Node::whole(&tree);
/// assert_eq!(whole.key("count").number::<u8>()?, 2);
/// # Ok::<(), sla_planner::engine::Misread>(())
/// ```
pub struct Node<'a> {
    value: &'a Value,
    step: Step<'a>,
}

impl<'a> Node<'a> {
    /// Reads JSON text into a tree, for [`Node::whole`].
    ///
    /// # Errors
    /// [`Misread`] when it is not JSON.
    ///
    /// ```
    /// use sla_planner::engine::Node;
    /// assert_eq!(Node::parse("{").unwrap_err().path, "1:1");
    /// ```
    pub fn parse(json: &str) -> Result<Value, Misread> {
        serde_json::from_str(json).map_err(|error| Misread {
            path: format!("{}:{}", error.line(), error.column()),
            found: error.to_string(),
            expected: Expected::Json,
        })
    }

    /// The whole document.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert!(whole.key("on").flag()?);
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    #[must_use]
    pub const fn whole(value: &'a Value) -> Self {
        Self {
            value,
            step: Step::Whole,
        }
    }

    /// What stands under `key`.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("nothing").optional(|node| node.flag())?, None);
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> Self {
        Self {
            value: self.value.get(key).unwrap_or(&Value::Null),
            step: Step::Key(self, key),
        }
    }

    /// What stands at `place` of a list, from 0.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("days").place(0).str()?, "mon");
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    #[must_use]
    pub fn place(&'a self, place: usize) -> Self {
        Self {
            value: self.value.get(place).unwrap_or(&Value::Null),
            step: Step::Place(self, place),
        }
    }

    /// What stands here, read by `read`; none when nothing does.
    ///
    /// # Errors
    /// Those of `read`.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("count").optional(|node| node.number::<i64>())?, Some(2));
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn optional<T>(
        &self,
        read: impl Fn(&Self) -> Result<T, Misread>,
    ) -> Result<Option<T>, Misread> {
        if self.value.is_null() {
            return Ok(None);
        }
        read(self).map(Some)
    }

    /// That what stands here should be something else.
    ///
    /// ```
    /// use sla_planner::engine::{Expected, Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("days").misread(Expected::Text).found, "[…]");
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    #[must_use]
    pub fn misread(&self, expected: Expected) -> Misread {
        let found = match self.value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Bool(flag) => flag.to_string(),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| "…".to_owned(), |number| number.to_string()),
            Value::Array(_) => "[…]".to_owned(),
            Value::Object(_) => "{…}".to_owned(),
        };
        Misread {
            path: self.path(),
            found,
            expected,
        }
    }

    fn path(&self) -> String {
        match self.step {
            Step::Whole => String::new(),
            Step::Key(parent, key) => {
                let mut path = parent.path();
                if !path.is_empty() {
                    path.push('.');
                }
                path + key
            }
            Step::Place(parent, place) => format!("{}[{place}]", parent.path()),
        }
    }

    /// The text here.
    ///
    /// # Errors
    /// [`Misread`] when there is none.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("date").str()?, "2026-02-14");
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn str(&self) -> Result<&'a str, Misread> {
        self.value
            .as_str()
            .ok_or_else(|| self.misread(Expected::Text))
    }

    /// The text here, as its own.
    ///
    /// # Errors
    /// As [`Node::str`].
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("date").text()?, "2026-02-14");
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn text(&self) -> Result<String, Misread> {
        self.str().map(str::to_owned)
    }

    /// The whole number here.
    ///
    /// # Errors
    /// [`Misread`] when there is none, or one that does not fit `N`.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("count").number::<u32>()?, 2);
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn number<N: TryFrom<i64>>(&self) -> Result<N, Misread> {
        self.value
            .as_i64()
            .and_then(|number| N::try_from(number).ok())
            .ok_or_else(|| self.misread(Expected::Number))
    }

    /// Whether it is true.
    ///
    /// # Errors
    /// [`Misread`] when it is neither true nor false.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert!(whole.key("on").flag()?);
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn flag(&self) -> Result<bool, Misread> {
        self.value
            .as_bool()
            .ok_or_else(|| self.misread(Expected::Flag))
    }

    /// The date here.
    ///
    /// # Errors
    /// [`Misread`] when there is none.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("date").date()?.to_string(), "2026-02-14");
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn date(&self) -> Result<NaiveDate, Misread> {
        self.value
            .as_str()
            .and_then(iso::date)
            .ok_or_else(|| self.misread(Expected::Date))
    }

    /// What the text here stands for.
    ///
    /// # Errors
    /// [`Misread`] when there is no text, or other text.
    ///
    /// ```
    /// use sla_planner::engine::{Expected, Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// let day: chrono::Weekday = whole.key("days").place(0).parsed(Expected::Weekday)?;
    /// assert_eq!(day, chrono::Weekday::Mon);
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn parsed<T: FromStr>(&self, expected: Expected) -> Result<T, Misread> {
        self.value
            .as_str()
            .and_then(|text| text.parse().ok())
            .ok_or_else(|| self.misread(expected))
    }

    /// The list here, each of its values read by `read`.
    ///
    /// # Errors
    /// [`Misread`] when there is no list, and the first that `read` gives.
    ///
    /// ```
    /// use sla_planner::engine::{Node};
    /// let tree = Node::parse(r#"{"days": ["mon"], "count": 2, "on": true, "date": "2026-02-14"}"#)?;
    /// let whole = Node::whole(&tree);
    /// assert_eq!(whole.key("days").list(|day| day.text())?, ["mon"]);
    /// # Ok::<(), sla_planner::engine::Misread>(())
    /// ```
    pub fn list<T>(
        &self,
        read: impl Fn(&Node<'_>) -> Result<T, Misread>,
    ) -> Result<Vec<T>, Misread> {
        let values = self
            .value
            .as_array()
            .ok_or_else(|| self.misread(Expected::List))?;
        (0..values.len())
            .map(|place| read(&self.place(place)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Expected, Node};

    #[test]
    fn says_where() {
        let tree = Node::parse(r#"{"targets":[{"seconds":[1,"x"]}]}"#).expect("JSON");
        let whole = Node::whole(&tree);
        let misread = whole
            .key("targets")
            .list(|target| target.key("seconds").list(|length| length.number::<i64>()))
            .expect_err("x is no number");
        assert_eq!(misread.path, "targets[0].seconds[1]");
        assert_eq!(misread.found, "x");
        assert_eq!(misread.expected, Expected::Number);
    }

    #[test]
    fn says_what_is_absent() {
        let tree = Node::parse("{}").expect("JSON");
        let whole = Node::whole(&tree);
        let zone = whole.key("zone");
        assert_eq!(zone.misread(Expected::Zone).found, "");
        assert_eq!(zone.optional(|zone| zone.flag()), Ok(None));
    }

    #[test]
    fn says_the_line_of_what_is_no_json() {
        let misread = Node::parse("{\n\"a\":}").expect_err("no JSON");
        assert_eq!(misread.path, "2:5");
    }
}
