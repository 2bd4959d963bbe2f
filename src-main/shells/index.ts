// What Electron starts: the desktop program, or, where the first word is `okm`, the command line in it.
const words = process.argv.slice(process.defaultApp ? 2 : 1);
if (words[0] === 'okm') {
  process.argv.splice(1, process.argv.length, '', ...words.slice(1));
  await import('./okm.ts');
  process.exit();
} else {
  const { startElectron } = await import('./electron/start.ts');
  startElectron();
}
