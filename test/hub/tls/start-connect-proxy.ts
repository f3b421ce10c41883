import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy that lets a browser see huggingface.co and nothing else of the world. */
export interface ConnectProxy {
  port: number;
  url: string;
  /** `host:port` of every tunnel that was opened to the local Hub. */
  allowed: string[];
  /** Every other destination that was asked for, tunnels and plain requests alike. */
  refused: string[];
  close(): Promise<void>;
}

/**
 * Starts a CONNECT proxy on loopback: `huggingface.co:443` goes to the local Hub's TLS port, all else is refused with
 * 403 and noted. For Firefox, which has no `--host-resolver-rules`, and for watching all traffic of a browser.
 *
 * @example
 * const hub = await startHub({ fixtures: true, tls: true });
 * const proxy = await startConnectProxy(hub);
 * // Firefox: network.proxy.ssl = 127.0.0.1, network.proxy.ssl_port = proxy.port
 */
export async function startConnectProxy(hub: { port: number }): Promise<ConnectProxy> {
  const allowed: string[] = [];
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Only https://huggingface.co is reachable here');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client: Socket, head) => {
    const target = request.url ?? '';
    client.on('error', () => client.destroy());
    if (target !== 'huggingface.co:443') {
      refused.push(target);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    allowed.push(target);
    const upstream = connect(hub.port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    allowed,
    refused,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
