// Run as a program: the built main process of the desktop before a stand-in for Electron; what its page would send
// comes from the parent process. Argument: the data folder.
import { boot } from '../../electron/control.ts';
import { createMainPort } from '../../electron/main-port.ts';

const control = await boot(String(process.argv[2]));
const contents = control.windows[0]?.webContents;
if (contents === undefined) throw new Error('the program showed no window');
const port = createMainPort((data) => process.send?.(data));
process.on('message', (data) => port.receive(data));
control.ipcMain.emit('okm:port', { sender: contents, senderFrame: contents.mainFrame, ports: [port] });
process.send?.('ready');
