//! A code to photograph: for showing a link to a class on the wall.

use qrcodegen::{QrCode, QrCodeEcc};

/// The longest text that still makes a code which phones read across a classroom, in bytes.
pub const LONGEST: usize = 1_200;

/// White modules around the code.
const MARGIN: i32 = 4;

/// A code as the `d` of an SVG path, and the width and height of the drawing, margin included. The path is to be filled
/// in black on white. `None` for a text that is too long.
pub fn path(text: &str) -> Option<(String, i32)> {
    let code = Some(text).filter(|text| text.len() <= LONGEST)?;
    let code = QrCode::encode_binary(code.as_bytes(), QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let width = x - start;
                let run = format!("M{} {}h{width}v1h-{width}z", start + MARGIN, y + MARGIN);
                path.push_str(&run);
            }
            x += 1;
        }
    }
    Some((path, size + 2 * MARGIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_corners_are_there() {
        let (path, size) = path("https://example.org/#s=AQ").unwrap();
        for (x, y) in [(MARGIN, MARGIN), (size - MARGIN - 7, MARGIN), (MARGIN, size - MARGIN - 7)] {
            assert!(path.contains(&format!("M{x} {y}h7v1h-7z")), "{x} {y}");
        }
        assert!(path.bytes().all(|byte| byte.is_ascii_digit() || b"Mhvz -".contains(&byte)));
    }

    #[test]
    fn what_no_camera_reads_is_no_code() {
        assert!(path(&"x".repeat(LONGEST)).is_some_and(|(_, size)| size < 150));
        assert_eq!(path(&"x".repeat(LONGEST + 1)), None);
    }
}
