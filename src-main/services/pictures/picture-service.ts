import type { Delivery } from '#contract/exports.ts';
import type {
  Matrix,
  Picture,
  PictureFilters,
  PictureInput,
  PictureList,
  PictureTheme,
} from '#contract/pictures.ts';
import { cross } from '#domain/picture/cross.ts';
import { drawPicture } from '#domain/picture/draw-picture.ts';
import { palettes } from '#domain/picture/palettes.ts';
import { framePicture, plainDrawing, writeSvg } from '#domain/picture/svg.ts';
import { keepCases } from '#domain/picture/values.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { safeFileName } from '../exports/file-name.ts';
import type { Library } from '../library/library.ts';
import { type FontOutliner, openOutliner } from './outliner.ts';
import { writePng } from './png.ts';
import { paint } from './raster.ts';

/** Pixels of a PNG to one of the drawing. */
const SCALE = 2;

export type PictureFormat = 'svg' | 'png';

export interface PictureFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Characters that the fonts do not have. */
  readonly missing: string[];
}

/** Pictures of the library: on screen, as tables, and as files. */
export function createPictureService(parts: {
  readonly library: Library;
  readonly deliveries: Deliveries;
  readonly fontsDir: string;
}) {
  const { library, deliveries, fontsDir } = parts;

  /** Writes a picture as a file: outlines for words, real colours for tokens. */
  async function write(
    input: PictureInput,
    format: PictureFormat,
    theme: PictureTheme,
  ): Promise<PictureFile> {
    const outliner: FontOutliner = await openOutliner(fontsDir);
    const picture = drawPicture([...library.all()], input);
    const drawing = plainDrawing(framePicture(picture), palettes[theme], outliner);
    const bytes =
      format === 'svg'
        ? new TextEncoder().encode(writeSvg(drawing, picture))
        : writePng(paint(drawing, SCALE), SCALE);
    return {
      fileName: safeFileName(picture.title, format),
      mediaType: format === 'svg' ? 'image/svg+xml' : 'image/png',
      bytes,
      missing: outliner.missing(),
    };
  }

  return {
    matrix: (input: {
      rows: PictureList;
      columns: PictureList;
      share: boolean;
      filters?: PictureFilters | undefined;
    }): Matrix => cross(keepCases([...library.all()], input.filters), input.rows, input.columns, input.share),
    draw: (input: PictureInput): Picture => drawPicture([...library.all()], input),
    write,
    async export(input: {
      picture: PictureInput;
      format: PictureFormat;
      theme: PictureTheme;
    }): Promise<Delivery> {
      const { missing, ...file } = await write(input.picture, input.format, input.theme);
      return {
        ticket: deliveries.put(file),
        fileName: file.fileName,
        sizeBytes: file.bytes.length,
        citations: 0,
        unsupported: 0,
        missing,
      };
    },
  };
}
export type PictureService = ReturnType<typeof createPictureService>;
