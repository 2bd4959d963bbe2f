import { join } from 'node:path';
import { createBriefPictures } from '#services/exports/brief-pictures.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { openLibrary } from '#services/library/library.ts';
import type { Places } from '../places.ts';
import type { Arguments } from './arguments.ts';
import { brief } from './brief.ts';
import type { Terminal } from './terminal.ts';

/** `okm brief` of cases or of a recipe, which needs nothing of the user's data: neither opens nor locks it. */
export async function briefOfCases(
  args: Arguments,
  outFile: string,
  terminal: Terminal,
  { casesDir, compiledDir, fontsDir }: Places,
): Promise<number> {
  const press = createPress({ fontsDir });
  try {
    const library = await openLibrary({ casesDir, compiledFile: join(compiledDir, 'cases.json') });
    return await brief(args, outFile, terminal, {
      library,
      press,
      drawPictures: createBriefPictures(fontsDir),
    });
  } finally {
    await press.close();
  }
}
