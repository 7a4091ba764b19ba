//! Lists in running text.

/// `a`, `a och b`, `a, b och c`.
#[must_use]
pub fn join<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} och {}", first.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn the_last_item_follows_och() {
        assert_eq!(join::<&str>(&[]), "");
        assert_eq!(join(&["Kungsholmen"]), "Kungsholmen");
        assert_eq!(join(&["a", "b", "c"]), "a, b och c");
    }
}
