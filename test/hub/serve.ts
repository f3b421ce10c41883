import { parseArgs } from 'node:util';
import { startHub } from './start-hub.ts';

const USAGE = `npm run hub -- [--recordings DIR] [--cards DIR] [--port N] [--latency MS] [--tls]

The local Hub alone, on loopback. Without --recordings and --cards it serves the project's fixtures.`;

const number = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} wants a whole number, not "${text}".`);
  return value;
};

try {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== '--'),
    options: {
      recordings: { type: 'string' },
      cards: { type: 'string' },
      port: { type: 'string' },
      latency: { type: 'string' },
      tls: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.error(USAGE);
    process.exit(0);
  }
  const port = number(values.port, '--port');
  const latency = number(values.latency, '--latency');
  const hub = await startHub({
    ...(values.recordings !== undefined && { recordings: values.recordings }),
    ...(values.cards !== undefined && { cards: values.cards }),
    ...(port !== undefined && { port }),
    ...(latency !== undefined && { latency }),
    ...(values.tls && { tls: true }),
  });
  const stop = () => hub.close().finally(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (hub.spki) console.error(`public key hash for Chromium: ${hub.spki}`);
  console.log(`listening on ${hub.url}`);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  console.error(`\n${USAGE}`);
  process.exit(2);
}
