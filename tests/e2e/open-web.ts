import { startServer } from '../shells/web/server-process.ts';
import type { DoorOptions, OpenDoor } from './door.ts';

/** Starts the built `okm serve` in a process of its own and opens its address, as a user does. */
export async function openWeb({ context, dataDir, language, root }: DoorOptions): Promise<OpenDoor> {
  const server = startServer(dataDir, language, [], root);
  const url = await server.address;
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    origin: new URL(url).origin,
    async saveAs(file, press) {
      const arriving = page.waitForEvent('download');
      await press();
      await (await arriving).saveAs(file);
    },
    async close() {
      await server.stop();
    },
  };
}
