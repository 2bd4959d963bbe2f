import { ImportedXmlComponent, type ParagraphChild, type TextRun } from 'docx';
import { xmlText } from '#domain/text/markup.ts';

/** What a content control of a brief holds, as its tag says: `okm:cell:funding:beijing-jinsong-model`. */
export type ControlTag = `okm:${'case' | 'row' | 'finding'}:${string}` | `okm:cell:${string}:${string}`;

/**
 * A content control around runs of a paragraph: it names what they are, so that the document can be read back
 * after it has been edited. `id` must be another in each control of a document.
 */
export function control(
  tag: ControlTag,
  title: string,
  id: number,
  children: readonly TextRun[],
): ParagraphChild {
  const properties = element('w:sdtPr');
  // The schema wants them in this order.
  properties.push(element('w:alias', { 'w:val': xmlText(title).slice(0, 60) }));
  properties.push(element('w:tag', { 'w:val': tag }));
  properties.push(element('w:id', { 'w:val': String(id) }));
  const content = element('w:sdtContent');
  for (const child of children) content.push(child);
  const whole = element('w:sdt');
  whole.push(properties);
  whole.push(content);
  // The library's list of what a paragraph holds is closed, and lacks content controls.
  return whole as unknown as TextRun;
}

function element(name: string, attributes?: Record<string, string>): ImportedXmlComponent {
  return new ImportedXmlComponent(name, attributes);
}
