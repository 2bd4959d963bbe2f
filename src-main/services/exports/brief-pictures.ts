import type { Case } from '#contract/case-tree.ts';
import { type BriefOptions, BriefPicture } from '#contract/exports.ts';
import { PictureInput, type PictureName } from '#contract/pictures.ts';
import { drawPicture } from '#domain/picture/draw-picture.ts';
import { palettes } from '#domain/picture/palettes.ts';
import { plainDrawing, writeSvg } from '#domain/picture/svg.ts';
import { openOutliner } from '../pictures/outliner.ts';
import { writePng } from '../pictures/png.ts';
import { paint } from '../pictures/raster.ts';

/** A picture as it stands in a document, in both forms: as lines, and as pixels for what reads no lines. */
export interface PlacedPicture {
  readonly title: string;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
  /** Where it comes from, and what is not in it. */
  readonly source: string;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  readonly svg: string;
  /** Painted when asked for: it takes longer than all else. */
  readonly png: () => Uint8Array;
}

/** Draws the pictures that the options of a brief ask for, of its own cases. */
export type DrawBriefPictures = (
  cases: readonly Case[],
  options: Pick<BriefOptions, 'pictures' | 'language'>,
) => Promise<PlacedPicture[]>;

const names: Readonly<Record<BriefPicture, PictureName>> = {
  matrix: 'matrix',
  'life-cycle': 'life-cycle',
  timeline: 'timeline',
  figures: 'accounts',
};
/** Wide enough for the words of a matrix, and as wide as a page at three quarters of the size. */
const WIDTH = 760;
/** Pixels of a PNG to one of the drawing: 240 to the inch on paper. */
const SCALE = 2;

/** A maker of pictures, whose fonts are opened with the first. */
export function createBriefPictures(fontsDir: string): DrawBriefPictures {
  let outliner: ReturnType<typeof openOutliner> | undefined;
  return async (cases, { pictures, language }) => {
    if (pictures.length === 0) return [];
    outliner ??= openOutliner(fontsDir);
    const pen = await outliner;
    return BriefPicture.options
      .filter((one) => pictures.includes(one))
      .flatMap((one): PlacedPicture[] => {
        const ids = cases.map(({ id }) => id);
        const input = PictureInput.parse({ name: names[one], language, cases: ids, width: WIDTH });
        const picture = drawPicture(cases, input);
        // What the cases say nothing about is no picture.
        if (picture.table.rows.length === 0) return [];
        const drawing = plainDrawing(picture.drawing, palettes.light, pen);
        return [
          {
            title: picture.title,
            alt: picture.alt,
            // What a matrix does not show it says of the whole library, which is not what a brief is about.
            source: [...(one === 'matrix' ? [] : picture.notShown), picture.source].join(
              language === 'zh' ? '' : ' ',
            ),
            width: drawing.width,
            height: drawing.height,
            svg: writeSvg(drawing, picture),
            png: () => writePng(paint(drawing, SCALE), SCALE),
          },
        ];
      });
  };
}
