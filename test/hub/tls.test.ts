import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import './patience.ts';
import { type LocalHub, startConnectProxy, startHub } from './start-hub.ts';
import type { ConnectProxy } from './tls/start-connect-proxy.ts';

describe('served as huggingface.co', () => {
  let hub: LocalHub;
  let proxy: ConnectProxy;
  beforeAll(async () => {
    hub = await startHub({ tls: true });
    proxy = await startConnectProxy(hub);
  });
  afterAll(async () => {
    await proxy.close();
    await hub.close();
  });

  const tunnel = async (target: string): Promise<{ socket: Socket; answer: string }> => {
    const socket = connectTcp(proxy.port, '127.0.0.1');
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
    const [head] = (await once(socket, 'data')) as [Buffer];
    return { socket, answer: head.toString().split('\r\n')[0] ?? '' };
  };

  it('through the proxy, with a certificate for that name and the announced key', async () => {
    const { socket, answer } = await tunnel('huggingface.co:443');
    expect(answer).toBe('HTTP/1.1 200 Connection Established');
    const secure: TLSSocket = connect({ socket, servername: 'huggingface.co', rejectUnauthorized: false });
    await once(secure, 'secureConnect');
    const certificate = secure.getPeerX509Certificate()!;
    expect(certificate.checkHost('huggingface.co')).toBe('huggingface.co');
    const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
    expect(createHash('sha256').update(key).digest('base64')).toBe(hub.spki);
    secure.write('GET /api/models/gpt2 HTTP/1.1\r\nHost: huggingface.co\r\nConnection: close\r\n\r\n');
    const text = (await Array.fromAsync(secure as AsyncIterable<Buffer>)).join('');
    expect(text).toContain('location: /api/models/openai-community/gpt2');
    expect(hub.requests.at(-1)?.host).toBe('huggingface.co');
  });

  it('every other host is refused and noted', async () => {
    const { socket, answer } = await tunnel('telemetry.example.com:443');
    expect(answer).toBe('HTTP/1.1 403 Forbidden');
    socket.destroy();
    const plain = await fetch(`http://127.0.0.1:${proxy.port}/`, { headers: { host: 'example.com' } });
    expect(plain.status).toBe(403);
    expect(proxy.refused).toContain('telemetry.example.com:443');
    expect(proxy.allowed).toEqual(['huggingface.co:443']);
  });
});
