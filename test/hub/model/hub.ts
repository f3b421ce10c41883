import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GeneratedBoard } from '../api/generated-rows.ts';
import { Misbehaviours } from '../http/misbehaviour.ts';
import { RateWindows } from '../http/rate-windows.ts';
import type { LoggedRequest } from '../http/request-log.ts';
import { defaultUsers, type HubUser } from '../http/users.ts';
import type { RepositoryPlan } from '../load/plan.ts';
import { HubRepository } from './hub-repository.ts';

const run = promisify(execFile);

/** How the model page looks, for tests of the extension's anchor. */
export const PAGE_VARIANTS = [
  'usual',
  'no-results-island',
  'no-right-column',
  'rewrites-itself',
  'no-header-island',
] as const;
export type PageVariant = (typeof PAGE_VARIANTS)[number];

/** What tests may switch while the Hub runs. */
export interface HubSettings {
  /** Milliseconds added to every answer but the control endpoint's. */
  latency: number;
  /** Whether `?diff=1` gives `diff`; without it clients must fetch `diffUrl`. */
  inlineDiff: boolean;
  pageVariant: PageVariant;
  /** Rows that this leaderboard has besides those of the models. */
  generatedBoard?: GeneratedBoard | undefined;
}

export const defaultSettings = (latency = 0): HubSettings => ({ latency, inlineDiff: true, pageVariant: 'usual' });

/** The state of a local Hub: repositories, users, log, misbehaviours. */
export class Hub {
  readonly repositories = new Map<string, HubRepository>();
  readonly aliases = new Map<string, string>();
  readonly misbehaviours = new Misbehaviours();
  readonly windows = new RateWindows();
  readonly requests: LoggedRequest[] = [];
  users: HubUser[] = defaultUsers();
  settings: HubSettings;
  /** OAuth codes and device codes given out, with the user who agreed. */
  readonly grants = new Map<string, HubUser>();
  #folder: string;
  #template: string;
  #count = 0;
  #latency: number;

  private constructor(folder: string, latency: number) {
    this.#folder = folder;
    this.#template = join(folder, 'template.git');
    this.#latency = latency;
    this.settings = defaultSettings(latency);
  }

  /** An empty Hub with a temporary folder of its own. Throws when there is no git. */
  static async create(latency = 0): Promise<Hub> {
    const hub = new Hub(await mkdtemp(join(tmpdir(), 'crosscheck-hub-')), latency);
    try {
      await run('git', ['init', '--bare', '--quiet', '--template=', '--initial-branch=main', hub.#template]);
    } catch (thrown) {
      await hub.close();
      throw new Error('The local Hub is made of git repositories: install git (2.28 or newer), then try again.', {
        cause: thrown,
      });
    }
    return hub;
  }

  /** Builds a repository; replaces one of the same name. */
  async addRepo(plan: RepositoryPlan): Promise<HubRepository> {
    const name = plan.id.replace(/[^\w.-]/g, '__');
    const path = join(this.#folder, `${plan.type}s`, `${++this.#count}-${name}.git`);
    await mkdir(join(this.#folder, `${plan.type}s`), { recursive: true });
    await cp(this.#template, path, { recursive: true });
    const repository = new HubRepository(plan, path);
    try {
      await repository.build();
    } catch (thrown) {
      throw new Error(`The repository ${plan.id} could not be built.`, { cause: thrown });
    }
    const key = `${repository.collection}/${plan.id}`;
    this.repositories.get(key)?.close();
    this.repositories.set(key, repository);
    for (const alias of [...plan.aliases, plan.id]) {
      this.aliases.set(`${repository.collection}/${alias.toLowerCase()}`, plan.id);
    }
    return repository;
  }

  find(type: 'model' | 'dataset', id: string): HubRepository | undefined {
    return this.repositories.get(`${type}s/${id}`);
  }

  all(type: 'model' | 'dataset'): HubRepository[] {
    return [...this.repositories.values()].filter((repository) => repository.plan.type === type);
  }

  /** Everything as at the start: settings, misbehaviours, log, counters, users, and repositories that were written to. */
  async reset(): Promise<void> {
    this.misbehaviours.clear();
    this.windows.clear();
    this.requests.length = 0;
    this.users = defaultUsers();
    this.grants.clear();
    this.settings = defaultSettings(this.#latency);
    const written = [...this.repositories.values()].filter((repository) => repository.written);
    await Promise.all(written.map((repository) => this.addRepo(repository.plan)));
  }

  async close(): Promise<void> {
    for (const repository of this.repositories.values()) repository.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
