import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aReport } from '../../test/fixtures/reports.ts';
import type { Report } from '../evals/report.ts';
import { askAgain, changePanelState, listenForReports, panelStateQuery, reportKey, reportQuery } from './queries.ts';

interface Sent {
  type: string;
  data: unknown;
}

const repo = 'openai/gpt-oss-20b';
/** As Chromium says it when the worker dies before it answered. */
const killed = 'A listener indicated an asynchronous response by returning true, but the message channel closed';

let client: QueryClient;
let sent: Sent[];

/** A background that answers one after the other; an `Error` is thrown there, a text is the browser's own error. */
function background(...answers: (unknown | Promise<unknown>)[]) {
  const send = async (message: Sent, respond: (answer?: unknown) => void) => {
    sent.push(message);
    const answer = await answers.shift();
    const runtime = fakeBrowser.runtime as { lastError?: { message: string } | undefined };
    if (typeof answer === 'string') runtime.lastError = { message: answer };
    if (answer instanceof Error) respond({ err: { name: answer.name, message: answer.message, stack: '' } });
    else respond({ res: answer });
    runtime.lastError = undefined;
  };
  Object.assign(fakeBrowser.runtime, { sendMessage: send });
}

beforeEach(() => {
  fakeBrowser.reset();
  client = new QueryClient();
  sent = [];
});

describe('asking for a report', () => {
  it('asks once more when the worker was killed in the middle', async () => {
    background(killed, killed, aReport({ at: 5 }));
    expect((await client.fetchQuery(reportQuery(repo))).at).toBe(5);
    expect(sent.map(({ type, data }) => [type, data])).toEqual(Array(3).fill(['readReport', { repo }]));
  });

  it('does not ask again after a refusal, or when this page lost its extension', async () => {
    background(Object.assign(new Error('not accepted'), { name: 'Refused' }));
    await expect(client.fetchQuery(reportQuery(repo))).rejects.toThrow('not accepted');
    background('Extension context invalidated.');
    await expect(client.fetchQuery(reportQuery('a/b'))).rejects.toThrow('invalidated');
    expect(sent).toHaveLength(2);
  });

  it('is one question, whatever the case of the id', async () => {
    background(aReport(), aReport());
    await client.fetchQuery(reportQuery(repo));
    await client.fetchQuery(reportQuery(repo.toUpperCase()));
    expect(sent).toHaveLength(1);
  });

  it('again gives way to nothing: the running question ends, and what it has shown stays', async () => {
    const last = Promise.withResolvers<Report>();
    background(new Promise(() => undefined), last.promise);
    void client.prefetchQuery(reportQuery(repo));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    client.setQueryData(reportKey(repo), aReport({ at: 3 }));
    const again = askAgain(client, { repo, everyPullRequest: true });
    await vi.waitFor(() => expect(sent[1]?.data).toEqual({ repo, everyPullRequest: true }));
    expect(client.getQueryData<Report>(reportKey(repo))?.at).toBe(3);
    last.resolve(aReport({ at: 9 }));
    await again;
    expect(client.getQueryData<Report>(reportKey(repo))?.at).toBe(9);
  });
});

describe('snapshots', () => {
  const push = (report: Report) =>
    fakeBrowser.runtime.onMessage.trigger({ id: 1, type: 'reportGrew', data: report, timestamp: 1 }, {}, () => {});
  const shown = () => client.getQueryData<Report>(reportKey(repo));

  it('stand where the query finds them, and are told', async () => {
    const onGrew = vi.fn();
    const stop = listenForReports(client, onGrew);
    await push(aReport({ repo, at: 1, stored: true }));
    expect(shown()?.at).toBe(1);
    await push(aReport({ repo, at: 2 }));
    expect(shown()?.at).toBe(2);
    expect(onGrew).toHaveBeenCalledTimes(2);
    stop();
  });

  it('from the store never replace what is newer', async () => {
    const stop = listenForReports(client);
    await push(aReport({ repo, at: 2 }));
    await push(aReport({ repo, at: 1, stored: true }));
    expect(shown()?.at).toBe(2);
    stop();
  });
});

describe('the panel state', () => {
  it('changes at once, and then is what the background says', async () => {
    client.setQueryData(panelStateQuery().queryKey, { collapsed: false, place: 'auto' });
    const answer = Promise.withResolvers<unknown>();
    background(answer.promise);
    const changing = changePanelState(client, { collapsed: true });
    expect(client.getQueryData(panelStateQuery().queryKey)).toEqual({ collapsed: true, place: 'auto' });
    answer.resolve({ collapsed: true, place: 'edge' });
    await changing;
    expect(client.getQueryData(panelStateQuery().queryKey)).toEqual({ collapsed: true, place: 'edge' });
  });
});
