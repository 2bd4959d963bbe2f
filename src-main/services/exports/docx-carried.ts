import { strToU8 } from 'fflate';
import { CARRIED_NAMESPACE, type CarriedComparison } from '#domain/comparison/carried.ts';
import { xmlText } from '#domain/text/markup.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const data = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
/** Any id will do, if it is always the same. */
const itemId = '{6F6B6D31-0000-4000-8000-636F6D706172}';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Adds a comparison to the parts of a Word document, as custom XML that its main part refers to. */
export function withCarried(
  parts: Readonly<Record<string, string>>,
  carried: CarriedComparison,
): Record<string, string> {
  const json = xmlText(JSON.stringify(carried)).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  const types = parts['[Content_Types].xml'] ?? '';
  const links = parts['word/_rels/document.xml.rels'] ?? '';
  return {
    ...parts,
    '[Content_Types].xml': types.replace(
      '</Types>',
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    ),
    'word/_rels/document.xml.rels': links.replace(
      '</Relationships>',
      `<Relationship Id="rIdComparison" Type="${relationships}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
    'customXml/item1.xml': `${declaration}<comparison xmlns="${CARRIED_NAMESPACE}">${json}</comparison>`,
    'customXml/itemProps1.xml': `${declaration}<ds:datastoreItem xmlns:ds="${data}" ds:itemID="${itemId}"><ds:schemaRefs><ds:schemaRef ds:uri="${CARRIED_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  };
}

/** Texts of a package's parts as bytes. */
export function toBytes(parts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}
