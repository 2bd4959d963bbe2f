import type { PrintedDocument } from '#domain/document/printed-document.ts';
import type { Document } from '../deliveries.ts';
import { safeFileName } from '../file-name.ts';
import type { Press } from '../pdf/press.ts';
import { documentData } from './document-data.ts';
import { documentTemplate } from './document-template.ts';
import { writeDocumentDocx } from './docx-document.ts';
import { writeDocumentMarkdown } from './markdown-document.ts';

export type DocumentFormat = 'docx' | 'pdf' | 'md';

const mediaTypes: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
};

/** Writes a short document in a format; equal documents give equal bytes. */
export async function renderDocument(
  document: PrintedDocument,
  format: DocumentFormat,
  press: Press,
): Promise<Document & { readonly missing: string[] }> {
  const { bytes, missing } = await write(document, format, press);
  return {
    fileName: safeFileName(document.title, format),
    mediaType: mediaTypes[format],
    bytes,
    missing: [...missing],
  };
}

async function write(
  document: PrintedDocument,
  format: DocumentFormat,
  press: Press,
): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly string[] }> {
  switch (format) {
    case 'docx':
      return { bytes: await writeDocumentDocx(document), missing: [] };
    case 'md':
      return { bytes: writeDocumentMarkdown(document), missing: [] };
    case 'pdf':
      return press.print({ template: documentTemplate, data: documentData(document) });
  }
}
