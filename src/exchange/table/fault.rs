//! Why a table cannot be read.

/// Why a table cannot be read. Lines and columns count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// There is nothing in it.
    Empty,
    /// It is larger than any that is read.
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// It is a workbook, an archive or a picture, not text.
    NotText,
    /// It is in an encoding that is not known.
    UnknownEncoding {
        /// The line of the first byte that is not understood.
        line: usize,
        /// Its place in that line, in bytes.
        byte: usize,
    },
    /// A quote opens and never closes.
    UnclosedQuote {
        /// The line it opens in.
        line: usize,
        /// The column it opens in.
        column: usize,
    },
    /// It is JSON, and broken.
    BrokenJson {
        /// The line of what is not understood.
        line: usize,
        /// Its place in that line, in characters.
        column: usize,
    },
    /// It is JSON without a list of objects.
    NoList,
    /// A row has more columns than any that is read.
    TooManyColumns {
        /// The line of the row.
        line: usize,
    },
    /// It has more rows than are read.
    TooManyRows {
        /// The line of the first row too many.
        line: usize,
    },
}
