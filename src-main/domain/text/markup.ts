// XML 1.0 (fifth edition), production 2 `Char`: everything else may not stand in a document at all. Lone
// surrogates and U+FFFE, U+FFFF are among it, and the writers' own libraries let some of them through.
const notChar = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A text without the characters that no XML document may hold. */
function xmlChars(text: string): string {
  return text.replace(notChar, '');
}

// Marks that turn the direction of what follows could make a document read otherwise than it is.
const bidi = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text without the characters that XML forbids or that reorder what is read. */
export function xmlText(text: string): string {
  return xmlChars(text).replace(bidi, '');
}

/** A text as it stands in XML or HTML, as content or in an attribute between double quotes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
