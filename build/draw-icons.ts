// Draws every icon of the installers from two drawings, after one of them has been changed:
// `node build/n24.mjs build/draw-icons.ts`, with Chrome on the machine or a Chromium named in OKM_CHROMIUM.
// Each size is drawn anew, not shrunk, where its format allows.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import png2icons from 'png2icons';

const root = fileURLToPath(new URL('..', import.meta.url));
const icons = join(root, 'build', 'icons');
const program = readFileSync(join(root, 'src-renderer', 'public', 'icon.svg'), 'utf8');
const casepack = readFileSync(join(root, 'build', 'casepack.svg'), 'utf8');

/** Sizes that Linux desktops ask for, in pixels. */
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const LARGEST = 1024;
/** What is left free round an icon on macOS: Apple's grid sets the body at 824 of 1024. */
const MAC_MARGIN = (LARGEST - 824) / 2;

const named = process.env.OKM_CHROMIUM;
const browser = await chromium.launch(named ? { executablePath: named } : { channel: 'chrome' });
try {
  rmSync(icons, { recursive: true, force: true });
  mkdirSync(icons, { recursive: true });
  for (const size of LINUX_SIZES)
    writeFileSync(join(icons, `${size}x${size}.png`), await draw(program, size));
  writeFileSync(join(icons, 'icon.ico'), windowsIcon(await draw(program, LARGEST)));
  writeFileSync(join(icons, 'icon.icns'), macIcon(await draw(program, LARGEST, MAC_MARGIN)));
  const document = await draw(casepack, LARGEST);
  writeFileSync(join(icons, 'casepack.ico'), windowsIcon(document));
  writeFileSync(join(icons, 'casepack.icns'), macIcon(document));
} finally {
  await browser.close();
}

/** A drawing as PNG on nothing, `size` pixels square, with `margin` of them free on each side. */
async function draw(svg: string, size: number, margin = 0): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  try {
    const style = `html,body{margin:0;background:none}svg{display:block;margin:${margin}px;width:${size - 2 * margin}px}`;
    await page.setContent(`<style>${style}</style>${svg}`);
    return await page.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}

function windowsIcon(png: Buffer): Buffer {
  return made(png2icons.createICO(png, png2icons.BICUBIC2, 0, false, true));
}

function macIcon(png: Buffer): Buffer {
  return made(png2icons.createICNS(png, png2icons.BICUBIC2, 0));
}

function made(icon: Buffer | null): Buffer {
  if (icon === null) throw new Error('The icon could not be made from its picture.');
  return icon;
}
