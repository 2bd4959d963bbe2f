import { palettes } from '#domain/picture/palettes.ts';
import { framePicture, plainDrawing, writeSvg } from '#domain/picture/svg.ts';
import type { Painted, StudioJob } from './messages.ts';
import type { FontOutliner } from './outliner.ts';
import { writePng } from './png.ts';
import { paint } from './raster.ts';

/** Pixels of a PNG to one of the drawing. */
export const SCALE = 2;

/** Writes a picture as a file: outlines for words, real colours for tokens. Equal jobs give equal bytes. */
export function paintPicture({ picture, format, theme }: StudioJob, outliner: FontOutliner): Painted {
  outliner.forget();
  const drawing = plainDrawing(framePicture(picture), palettes[theme], outliner);
  const bytes =
    format === 'svg'
      ? new TextEncoder().encode(writeSvg(drawing, picture))
      : writePng(paint(drawing, SCALE), SCALE);
  return { bytes, missing: outliner.missing() };
}
