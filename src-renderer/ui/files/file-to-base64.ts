/** A file's bytes as base64, for messages that carry text only. */
export async function fileToBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In pieces whose length is a multiple of three, so that no piece but the last ends in padding.
  const piece = 0x8000 * 3;
  let text = '';
  for (let from = 0; from < bytes.length; from += piece) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + piece)));
  }
  return text;
}
