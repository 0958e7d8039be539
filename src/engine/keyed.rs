//! Choices that are kept by a key.

/// Serialises a plain enum by keys. Derived code does the same with a visitor for each enum; the readings
/// have enough of them to show in the download.
macro_rules! keyed {
    ($name:ident: $($variant:ident = $key:literal),+ $(,)?) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => $key),+
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let key = <String as serde::Deserialize>::deserialize(deserializer)?;
                match key.as_str() {
                    $($key => Ok(Self::$variant),)+
                    _ => Err(serde::de::Error::unknown_variant(&key, &[$($key),+])),
                }
            }
        }
    };
}
pub(crate) use keyed;
