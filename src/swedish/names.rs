//! Names in running text.

/// The genitive: an s, unless the name already ends in an s sound.
#[must_use]
pub fn genitive(name: &str) -> String {
    let has_s = name.ends_with(['s', 'S', 'x', 'X', 'z', 'Z']);
    if has_s || name.is_empty() { name.to_owned() } else { format!("{name}s") }
}

#[cfg(test)]
mod tests {
    use super::genitive;

    #[test]
    fn names_in_s_stay_as_they_are() {
        assert_eq!(
            genitive("Norra innerstadens stadsdelsnämnd"),
            "Norra innerstadens stadsdelsnämnds"
        );
        assert_eq!(genitive("Stockholms stads"), "Stockholms stads");
    }
}
