import { strFromU8, strToU8 } from 'fflate';
import { OkmError } from '#contract/errors.ts';
import { openDocx } from './docx-in/open-docx.ts';
import { parseXml } from './docx-in/xml.ts';

/** What a document takes over from a Word template of the user's: its styles, and the theme that they name. */
export interface ReferenceDoc {
  readonly styles: string;
  readonly theme: string | undefined;
}

const styleBlock = /<w:style\b[^>]*(?:\/>|>.*?<\/w:style>)/gs;
const documentParts = /^word\/(?:document|header\d*|footer\d*)\.xml$/;
const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml';
const themeLink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme';

/**
 * Reads the styles of a Word document that is to serve as a template.
 *
 * @throws OkmError FILE_REFUSED: no DOCX, damaged, with macros
 */
export function readReferenceDoc(bytes: Uint8Array, file: string): ReferenceDoc {
  const { part } = openDocx(bytes, file);
  const styles = part('word/styles.xml');
  const theme = part('word/theme/theme1.xml');
  const damaged = (cause?: unknown) =>
    new OkmError('FILE_REFUSED', { file, reason: 'damaged', detail: '' }, { cause });
  if (styles === undefined || !styles.includes('<w:styles')) throw damaged();
  try {
    parseXml(styles);
    if (theme !== undefined) parseXml(theme);
  } catch (cause) {
    throw damaged(cause);
  }
  // A theme with pictures would need their files as well.
  return { styles, theme: theme?.includes(':embed=') ? undefined : theme };
}

/**
 * Puts a template's styles in the place of a document's, matched by their names as Pandoc does; styles of ours
 * that it lacks are added in its faces. Faces set on single runs give way too.
 */
export function applyReferenceDoc(
  parts: Readonly<Record<string, Uint8Array>>,
  { styles, theme }: ReferenceDoc,
): Record<string, Uint8Array> {
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const changed: Record<string, Uint8Array> = { ...parts };
  for (const name of Object.keys(parts)) {
    if (documentParts.test(name)) changed[name] = strToU8(withoutFaces(text(name)));
  }
  changed['word/styles.xml'] = strToU8(mergeStyles(text('word/styles.xml'), styles));
  if (theme !== undefined) {
    const override = `<Override PartName="/word/theme/theme1.xml" ContentType="${themeType}"/></Types>`;
    const link = `<Relationship Id="rId9000" Type="${themeLink}" Target="theme/theme1.xml"/></Relationships>`;
    changed['word/theme/theme1.xml'] = strToU8(theme);
    changed['[Content_Types].xml'] = strToU8(text('[Content_Types].xml').replace('</Types>', override));
    const links = 'word/_rels/document.xml.rels';
    changed[links] = strToU8(text(links).replace('</Relationships>', link));
  }
  return changed;
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
}

function stylesIn(xml: string): Style[] {
  return [...xml.matchAll(styleBlock)].map(([block]) => ({
    id: /\bw:styleId="([^"]*)"/.exec(block)?.[1] ?? '',
    // Chinese Word calls the style with the name “heading 1” by the id “1”.
    name: (/<w:name w:val="([^"]*)"/.exec(block)?.[1] ?? '').toLowerCase(),
    xml: block,
  }));
}

function mergeStyles(ours: string, template: string): string {
  const mine = stylesIn(ours);
  const theirs = stylesIn(template);
  const idByName = new Map(mine.map(({ name, id }) => [name, id]));
  const wanted = new Map(theirs.map(({ id, name }) => [id, idByName.get(name) ?? id]));
  const taken = new Set(theirs.flatMap(({ name }) => idByName.get(name) ?? []));
  // A style of theirs that bears an id of ours, but is another style, makes room.
  for (const { id, name } of theirs) {
    if (!idByName.has(name) && (taken.has(id) || mine.some((one) => one.id === id)))
      wanted.set(id, `${id}-t`);
  }
  const renamed = template
    .replace(/\bw:styleId="([^"]*)"/g, (_, id: string) => `w:styleId="${wanted.get(id) ?? id}"`)
    .replace(
      /<w:(basedOn|next|link) w:val="([^"]*)"/g,
      (_, kind: string, id: string) => `<w:${kind} w:val="${wanted.get(id) ?? id}"`,
    )
    // Its lists are not taken over, so nothing may count on them.
    .replace(/<w:numPr>.*?<\/w:numPr>/gs, '');
  const known = new Set(theirs.map(({ name }) => name));
  const added = mine
    .filter(({ name }) => !known.has(name))
    .map(({ xml }) => withoutDefault(withoutFaces(xml)));
  return renamed.replace('</w:styles>', `${added.join('')}</w:styles>`);
}

function withoutFaces(xml: string): string {
  return xml.replace(/<w:rFonts\b[^>]*\/>/g, '');
}

/** Two default styles of one kind would leave a reader to choose. */
function withoutDefault(xml: string): string {
  return xml.replace(/ w:default="[^"]*"/, '');
}
