// Run as a program: writes one setting, waits for the acknowledgement, and kills itself at once.
import { openStore } from '#services/store/store.ts';

const store = await openStore(String(process.argv[2]), 'cli', '2026-11-24T00:00:00.000Z');
await store.call('writeSettings', { address: '/kept' });
process.kill(process.pid, 'SIGKILL');
