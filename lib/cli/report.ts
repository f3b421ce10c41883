import { parseArgs } from 'node:util';
import type { Gap, Report } from '../evals/report.ts';
import type { LoaderName } from '../evals/score.ts';
import { toReportJson } from '../evals/view/report-json.ts';
import { visibleText } from '../evals/view/visible-text.ts';
import { gather } from '../loaders/gather.ts';
import { loaders } from '../loaders/index.ts';
import { reportText } from './report-text.ts';
import { sameHostFetch } from './same-host-fetch.ts';
import { words } from './words.ts';

const usage = `usage: npm run --silent report -- org/model [--hub URL] [--json] [--every-pull-request] [--off LOADER,…]

Every score that the model's main branch, its open pull requests and its card report, as the panel would show it.
  --hub URL              another Hub than https://huggingface.co, such as the one of "npm run hub"
  --json                 the report as JSON
  --every-pull-request   look into every open pull request, not only those that speak of evaluation
  --off LOADER,…         leave out ${loaders.map(({ name }) => name).join(', ')}

Reads as anyone may, without a token. Exit code 0: fine, 1: findings, 2: could not run. What the model card leaves open is
named too, but is no reason for 1.
`;

interface Wish {
  repo: string;
  base: string;
  json: boolean;
  everyPullRequest: boolean;
  off: LoaderName[];
}

/** What was asked for; throws with a sentence for whoever asked. */
function readArguments(args: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: args.filter((word) => word !== '--'),
    allowPositionals: true,
    options: {
      hub: { type: 'string', default: 'https://huggingface.co' },
      json: { type: 'boolean', default: false },
      'every-pull-request': { type: 'boolean', default: false },
      off: { type: 'string', default: '' },
    },
  });
  const [repo, ...more] = positionals;
  if (repo === undefined || more.length > 0) throw new Error('Name one model, such as openai/gpt-oss-20b.');
  if (!/^[\w.-]+(\/[\w.-]+)?$/.test(repo))
    throw new Error(`"${repo}" is no model id; one looks like openai/gpt-oss-20b.`);
  const hub = URL.parse(values.hub);
  if (!hub || !/^https?:$/.test(hub.protocol)) throw new Error(`--hub wants a URL, not "${values.hub}".`);
  const off = values.off.split(',').filter(Boolean);
  const unknown = off.find((name) => !loaders.some((loader) => loader.name === name));
  if (unknown !== undefined) throw new Error(`--off does not know "${unknown}".`);
  return {
    repo,
    base: hub.href.replace(/\/+$/, ''),
    json: values.json,
    everyPullRequest: values['every-pull-request'],
    off: off as LoaderName[],
  };
}

/** Nothing at all was heard of the model. */
function isSilent({ facts, groups, pullRequests, gaps }: Report): boolean {
  return facts === undefined && groups.length === 0 && pullRequests.length === 0 && gaps.length > 0;
}

/** What failed, and in the Hub's own words why. */
function gapLine({ message, detail }: Gap): string {
  return visibleText(`${words(message)}${detail === undefined ? '' : ` [${detail.replace(/\s+/g, ' ')}]`}`);
}

async function main(args: readonly string[]): Promise<number> {
  let wish: Wish;
  try {
    wish = readArguments(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const { repo, json, ...options } = wish;
  // One run, nothing is kept: there is no earlier reading to save a request.
  const cache = { get: async () => undefined, set: async () => undefined };
  const report = await gather(repo, { ...options, fetch: sameHostFetch, now: Date.now, credentials: 'omit', cache });
  for (const line of new Set(report.gaps.map(gapLine))) process.stderr.write(`${line}\n`);
  if (json) process.stdout.write(`${JSON.stringify(toReportJson(report, words), undefined, 2)}\n`);
  if (isSilent(report)) {
    process.stderr.write(
      `Nothing could be read from ${options.base}. Check the model's name and the Hub. Private models are out of reach here: no token is used.\n`,
    );
    return 2;
  }
  if (!json) process.stdout.write(reportText(report, words));
  return report.findings.some(({ severity }) => severity !== 'info') ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
