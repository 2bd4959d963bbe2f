import type { Case } from '#contract/case-tree.ts';
import type { Picture, PictureInput } from '#contract/pictures.ts';
import { accountsPicture } from './accounts-picture.ts';
import { actorsPicture } from './actors-picture.ts';
import { lifeCyclePicture } from './life-cycle-picture.ts';
import { matrixPicture } from './matrix-picture.ts';
import { type Drawn, type Pen, takePen, titleOf } from './pen.ts';
import { placesPicture } from './places-picture.ts';
import { silencePicture } from './silence-picture.ts';
import { timelinePicture } from './timeline-picture.ts';
import { keepCases } from './values.ts';

/** Draws a picture of those cases that its filters keep. */
export function drawPicture(cases: readonly Case[], input: PictureInput): Picture {
  const { name, language, width, filters, rows, columns } = input;
  const wanted = input.cases === undefined ? undefined : new Set<string>(input.cases);
  const among = wanted === undefined ? cases : cases.filter(({ id }) => wanted.has(id));
  const pen = takePen(keepCases(among, filters), language, width, filters);
  const { say } = pen;
  const plain = say(`title.${name}`, { rows: say(`list.${rows}`), columns: inLine(say(`list.${columns}`)) });
  const [only] = pen.cases;
  const isOfOne = input.cases?.length === 1 && only !== undefined;
  const title = isOfOne ? say('colon', { a: titleOf(only, pen), b: plain }) : plain;
  const { table, ...drawn } = draw(pen, input);
  const notShown = pen.cases.length === 0 ? [say('not-shown.none')] : drawn.notShown;
  return {
    title,
    source: pen.source,
    ...drawn,
    table: input.withTable ? table() : { head: [], rows: [] },
    notShown,
  };
}

/** A name inside a sentence: in English it begins small. */
function inLine(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function draw(pen: Pen, { name, rows, columns, share, by, years, view, zoom, centre }: PictureInput): Drawn {
  switch (name) {
    case 'matrix':
      return matrixPicture(pen, rows, columns, share);
    case 'timeline':
      return timelinePicture(pen, by, years);
    case 'places':
      return placesPicture(pen, { view, zoom, centre });
    case 'life-cycle':
      return lifeCyclePicture(pen);
    case 'actors':
      return actorsPicture(pen);
    case 'accounts':
      return accountsPicture(pen);
    case 'silence':
      return silencePicture(pen);
  }
}
