//! A property of a calendar file.

/// `NAME;PARAMETER=VALUE:value`.
pub(super) struct Property<'a> {
    /// In capitals.
    pub(super) name: String,
    parameters: &'a str,
    pub(super) value: &'a str,
}

impl<'a> Property<'a> {
    pub(super) fn read(line: &'a str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find(|(_, character)| {
            quoted ^= *character == '"';
            *character == ':' && !quoted
        });
        let (colon, _) = colon?;
        let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        Some(Self {
            name: name.trim().to_ascii_uppercase(),
            parameters,
            value,
        })
    }

    /// The value of a parameter, without quotes.
    pub(super) fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut quoted = false;
        let parameters = self.parameters.split(move |character: char| {
            quoted ^= character == '"';
            character == ';' && !quoted
        });
        let mut named = parameters.filter_map(|parameter| parameter.split_once('='));
        let (_, value) = named.find(|(found, _)| found.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim_matches('"'))
    }

    /// The text of the value, whose marks are no longer escaped.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut characters = self.value.chars();
        while let Some(character) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(other) => text.push(other),
                    None => {}
                },
                other => text.push(other),
            }
        }
        text
    }
}
