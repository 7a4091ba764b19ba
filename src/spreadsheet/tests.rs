//! Reading of places, formats and texts.
