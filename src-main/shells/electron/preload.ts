// The page's only way out: it gives us one end of a channel, which the main process answers, and asks for a
// finished document to be saved, or a finished picture to be put on the clipboard. Nothing else of Electron is within the page's reach.
import { contextBridge, ipcRenderer } from 'electron';

window.addEventListener('message', (event) => {
  // A frame or another window could send the same words; only the page itself is our window.
  if (event.source !== window || event.origin !== window.location.origin || event.data !== 'okm:port') return;
  const [port] = event.ports;
  if (port !== undefined) ipcRenderer.postMessage('okm:port', null, [port]);
});

contextBridge.exposeInMainWorld('okm', {
  save: (ticket: unknown): Promise<unknown> => ipcRenderer.invoke('okm:save', String(ticket)),
  copyPicture: (ticket: unknown): Promise<unknown> => ipcRenderer.invoke('okm:copy-picture', String(ticket)),
});
