import type { Drawing, Mark, Picture } from '#contract/pictures.ts';
import { escapeMarkup, xmlText } from '../text/markup.ts';
import { fitWords, wrapWords } from './fit-words.ts';
import { path, rect, text } from './marks.ts';
import type { Palette } from './palettes.ts';

/** Turns words into the `d` of their outlines; `x` and `y` are the start of the base line. */
export interface Outliner {
  outline(words: string, x: number, y: number, size: number, weight: 400 | 600): string;
  /** Width of words, CSS px. */
  measure(words: string, size: number, weight: 400 | 600): number;
}

const SIDE = 32;
const NOTE = 12;
const NOTE_LINE = 20;

/** A picture as it leaves the program: title above, what is not shown and where it comes from below. */
export function framePicture({
  title,
  drawing,
  notShown,
  source,
}: Pick<Picture, 'title' | 'drawing' | 'notShown' | 'source'>): Drawing {
  const width = drawing.width + 2 * SIDE;
  const top = 84;
  const notes = [...notShown, source].flatMap((words) => wrapWords(words, drawing.width / NOTE));
  const below = top + drawing.height + 28;
  const height = below + notes.length * NOTE_LINE + 20;
  return {
    width,
    height,
    marks: [
      rect(0, 0, width, height, { fill: 'paper' }),
      text(SIDE, 52, fitWords(title, drawing.width / 22), { size: 22, weight: 600 }),
      { tag: 'g', attributes: { transform: `translate(${SIDE} ${top})` }, children: drawing.marks },
      ...notes.map((words, index) =>
        text(SIDE, below + index * NOTE_LINE, words, { size: NOTE, fill: 'text-3' }),
      ),
    ],
  };
}

/** All words as outlines, so that no font is needed where the drawing is opened; the tokens as colours. */
export function plainDrawing(
  { width, height, marks }: Drawing,
  palette: Palette,
  outliner: Outliner,
): Drawing {
  const plain = (mark: Mark): Mark => {
    const attributes = Object.fromEntries(
      Object.entries(mark.attributes).map(([name, value]) => [name, colourOf(palette, name, value)]),
    );
    if (mark.tag !== 'text') return { tag: mark.tag, attributes, children: mark.children.map(plain) };
    const words = mark.words ?? '';
    const size = Number(mark.attributes['font-size']);
    const weight = mark.attributes['font-weight'] === 600 ? 600 : 400;
    const share = { start: 0, middle: 0.5, end: 1 }[String(mark.attributes['text-anchor'])] ?? 0;
    const x = Number(mark.attributes.x) - share * outliner.measure(words, size, weight);
    const d = outliner.outline(words, x, Number(mark.attributes.y), size, weight);
    return path(d, { fill: attributes.fill ?? '' });
  };
  return { width, height, marks: marks.map(plain) };
}

/** A plain drawing as a file of SVG 1.1, with what it shows in words for those who do not see it. */
export function writeSvg(
  drawing: Drawing,
  { title, alt, source }: Pick<Picture, 'title' | 'alt' | 'source'>,
): string {
  const { width, height, marks } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(`${alt} ${source}`)}</desc>`,
    ...marks.map(writeMark),
    '</svg>\n',
  ].join('\n');
}

function writeMark({ tag, attributes, children, words }: Mark): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const inside = children.map(writeMark).join('') + escapeXml(words ?? '');
  return inside === '' ? `<${tag}${pairs.join('')}/>` : `<${tag}${pairs.join('')}>${inside}</${tag}>`;
}

function colourOf(palette: Palette, name: string, value: string | number): string | number {
  if (name !== 'fill' && name !== 'stroke') return value;
  return Object.entries(palette).find(([token]) => token === value)?.[1] ?? value;
}

function escapeXml(words: string): string {
  return escapeMarkup(xmlText(words));
}
