//! Any bytes at all as a PDF that has come back, also as what is written on a page of one: its
//! paragraphs or a reason, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tjut::compare::paper::pdf;

/// A file of one page on which this is written.
fn with_content(content: &[u8]) -> Vec<u8> {
    let stream = format!("<</Length {}>>\nstream\n", content.len());
    let stream = [stream.as_bytes(), content, b"\nendstream"].concat();
    let objects: [&[u8]; 5] = [
        b"<</Pages 2 0 R/StructTreeRoot 3 0 R>>",
        b"<</Kids[4 0 R]>>",
        b"<</K<</S/P/Pg 4 0 R/K[0 1 2]>>>>",
        b"<</Contents 5 0 R/Resources<</Font<</F<</ToUnicode 5 0 R>>>>/XObject<</X 5 0 R>>>>>>",
        &stream,
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f\r\n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n\r\n", file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(*object);
        file.extend(b"\nendobj\n");
    }
    let place = file.len();
    file.extend(format!("{table}trailer\n<</Root 1 0 R>>\nstartxref\n{place}\n").bytes());
    file
}

fuzz_target!(|bytes: &[u8]| {
    let _ = pdf::read(bytes);
    let _ = pdf::read(&with_content(bytes));
});
