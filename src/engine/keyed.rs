//! Choices that are kept by a key.

/// Writes and reads a plain enum by keys.
macro_rules! keyed {
    ($name:ident: $($variant:ident = $key:literal),+ $(,)?) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => $key),+
                })
            }
        }

        impl $name {
            /// Reads it by its key.
            pub(crate) fn read(
                node: &$crate::engine::Node<'_>,
            ) -> Result<Self, $crate::engine::Misread> {
                match node.str()? {
                    $($key => Ok(Self::$variant),)+
                    _ => Err(node.misread($crate::engine::Expected::OneOf(&[$($key),+]))),
                }
            }
        }
    };
}
pub(crate) use keyed;
