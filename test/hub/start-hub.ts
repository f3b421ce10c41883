/**
 * The local Hub: real git repositories behind the Hub's HTTP API and pages. Nothing it says is canned.
 *
 * In the same process:
 *
 *     const hub = await startHub();                       // the project's fixtures, plain HTTP
 *     const hub = await startHub({ tls: true });          // as https://huggingface.co, see below
 *     const hub = await startHub({ recordings: DIR });    // rebuilt from recorded answers
 *     hub.misbehave({ path: '/api/models/openai/gpt-oss-20b', status: 429, retryAfter: 3, times: 1 });
 *     hub.requests.filter((request) => request.path.startsWith('/api/')).length;
 *     hub.settings.pageVariant = 'no-results-island';
 *     await hub.reset();                                  // between tests
 *     await hub.close();
 *
 * From another process the same goes through `/__control/…` (see `control/control.ts`).
 *
 * Chromium sees it as huggingface.co with
 * `--host-resolver-rules="MAP huggingface.co:443 127.0.0.1:PORT, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"` and
 * `--ignore-certificate-errors-spki-list=SPKI`; Firefox through `startConnectProxy`.
 *
 * Signed in: the cookie `token=session-mira` (or `GET /__control/login?user=mira`), or `Authorization: Bearer
 * hf_localMiraWrite`. `mira` has access to the gated and private fixtures, `tomas` (`session-tomas`,
 * `hf_localTomasWrite`) has none. See `http/users.ts`.
 */

import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ActiveMisbehaviour, Misbehaviour } from './http/misbehaviour.ts';
import { type LoggedRequest, requestsLike } from './http/request-log.ts';
import { serveRequests } from './http/serve-requests.ts';
import type { HubUser } from './http/users.ts';
import { planFixtures } from './load/fixtures.ts';
import type { RepositoryPlan } from './load/plan.ts';
import { planRecordings } from './load/recordings.ts';
import { Hub, type HubSettings } from './model/hub.ts';
import type { HubRepository } from './model/hub-repository.ts';
import { createCertificate } from './tls/certificate.ts';

export { startConnectProxy } from './tls/start-connect-proxy.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'hub');

export interface HubOptions {
  /** The project's fixtures (`true`), or another folder of that format. On by default unless there are recordings or cards. */
  fixtures?: boolean | string;
  /** Folder of `<org>__<name>.json`. */
  recordings?: string;
  /** Folder of `<org>__<name>.md`. */
  cards?: string;
  /** A free one when absent. */
  port?: number;
  /** Serve HTTPS as huggingface.co. */
  tls?: boolean;
  /** Milliseconds added to every answer. */
  latency?: number;
}

export interface LocalHub {
  /** Base URL on loopback, such as `http://127.0.0.1:41234`. */
  url: string;
  port: number;
  /** With `tls`: for Chromium's `--ignore-certificate-errors-spki-list`. */
  spki?: string;
  /** Every request so far, control requests excepted; the same array all the time. */
  requests: LoggedRequest[];
  /** Requests by a part of their path, a pattern or a test. */
  requestsLike(like: string | RegExp | ((request: LoggedRequest) => boolean)): LoggedRequest[];
  /** Spoils answers; see `http/misbehaviour.ts`. */
  misbehave(wish: Misbehaviour): ActiveMisbehaviour;
  /** Enforces rate limits (requests in a window of five minutes) from now on. */
  limit(limits: { api?: number; resolvers?: number; pages?: number }): void;
  readonly settings: HubSettings;
  readonly users: HubUser[];
  /** Builds a repository while the Hub runs. */
  addRepo(plan: RepositoryPlan): Promise<HubRepository>;
  /** A model by id; its `git.path` is the bare repository. */
  model(id: string): HubRepository | undefined;
  dataset(id: string): HubRepository | undefined;
  /** Empties the log, ends misbehaviours, restores settings and repositories that were written to. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a local Hub; see the head of this file. Rejects when a fixture or recording cannot be built, or git is missing. */
export async function startHub(options: HubOptions = {}): Promise<LocalHub> {
  const recorded = options.recordings !== undefined || options.cards !== undefined;
  const fixtures = options.fixtures ?? !recorded;
  const plans = [
    ...(fixtures === false ? [] : planFixtures(fixtures === true ? FIXTURES : fixtures)),
    ...planRecordings(options.recordings, options.cards),
  ];
  const [hub, certificate] = await Promise.all([
    Hub.create(options.latency),
    options.tls ? createCertificate() : undefined,
  ]);
  try {
    await Promise.all(plans.map((plan) => hub.addRepo(plan)));
    const handler = serveRequests(hub);
    const server = certificate ? createTlsServer(certificate, handler) : createServer(handler);
    await listen(server, options.port ?? 0);
    const { port } = server.address() as AddressInfo;
    return {
      url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
      port,
      ...(certificate && { spki: certificate.spki }),
      requests: hub.requests,
      requestsLike: (like) => requestsLike(hub.requests, like),
      misbehave: (wish) => hub.misbehaviours.add(wish),
      limit: (limits) => {
        hub.windows.clear();
        hub.windows.limits = limits;
      },
      get settings() {
        return hub.settings;
      },
      get users() {
        return hub.users;
      },
      addRepo: (plan) => hub.addRepo(plan),
      model: (id) => hub.find('model', id),
      dataset: (id) => hub.find('dataset', id),
      reset: () => hub.reset(),
      close: async () => {
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
        await hub.close();
      },
    };
  } catch (thrown) {
    await hub.close();
    throw thrown;
  }
}

function listen(server: Server, port: number): Promise<void> {
  // Browsers keep connections; the default of five seconds would cut them between two clicks of a test.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
