// `npm start`: the desktop program where Electron's binary is to be had, else the web shell in the browser.
//   npm start -- --browser    the web shell in any case
//   npm start -- --no-open    the web shell, and its one-use address printed instead of opened
//   npm start -- --electron   try the download of Electron again, though it failed lately
// Other options (--data DIR, --lang zh|en, --port N) go to the program. OKM_NO_DOWNLOAD forbids the download.
import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { failedLately, fetchElectron, findElectron } from './electron-binary.mjs';
import { parts, root } from './stale.mjs';

const args = process.argv.slice(2);
const take = (flag) => {
  const at = args.indexOf(flag);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
};
const say = (zh, en) => console.error(`${zh}\n${en}`);

const wantsBrowser = take('--browser') || args.includes('--no-open') || args.includes('--port');
const insists = take('--electron');

if (!(await ensureBuilt(...parts))) {
  say('构建失败，程序没有启动。', 'The build failed; the program was not started.');
  process.exit(4);
}
const electron = wantsBrowser ? undefined : await electronOrReason();
if (electron?.file !== undefined) startElectron(electron.file);
else {
  if (electron !== undefined)
    say(`${electron.zh}，改用浏览器打开。`, `${electron.en}; opening in the browser instead.`);
  process.argv.splice(2, process.argv.length, 'serve', ...args);
  await import('../out/main/okm.js');
}

/** Electron's program, or why there is none, in both languages. */
async function electronOrReason() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return {
      zh: '这里没有图形界面，开不了 Electron 窗口',
      en: 'There is no display here for a window of Electron',
    };
  }
  const found = findElectron();
  if (found !== undefined) return { file: found };
  if (process.env.OKM_NO_DOWNLOAD)
    return { zh: '没有 Electron，也不许下载', en: 'Electron is not here, and may not be downloaded' };
  if (failedLately() && !insists) {
    return {
      zh: '没有 Electron，上次没有下载成功（npm start -- --electron 再试）',
      en: 'Electron is not here, and its download failed lately (npm start -- --electron tries again)',
    };
  }
  const outcome = await fetchElectron({
    started: () =>
      say('正在下载 Electron（只下载一次，约 110 MB）。', 'Downloading Electron (once, about 110 MB).'),
    progress: (megabytes, seconds) => `${megabytes} MB · ${seconds} s · 按任意键跳过 · press any key to skip`,
  });
  const file = findElectron();
  if (outcome === 'done' && file !== undefined) return { file };
  const reasons = {
    skipped: { zh: '跳过了 Electron 的下载', en: 'The download of Electron was skipped' },
    stalled: { zh: 'Electron 的下载停住了', en: 'The download of Electron stalled' },
    failed: { zh: 'Electron 没能下载', en: 'Electron could not be downloaded' },
  };
  return reasons[outcome] ?? reasons.failed;
}

function startElectron(file) {
  const child = spawn(file, [root, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
