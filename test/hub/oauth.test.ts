import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import './patience.ts';
import { startHub } from './start-hub.ts';

it('a public client signs in with PKCE, and its token may open a pull request', async () => {
  const hub = await startHub();
  const verifier = 'a-verifier-of-more-than-forty-three-characters-0123456789';
  const authorize = new URL('/oauth/authorize', hub.url);
  authorize.search = new URLSearchParams({
    client_id: 'local',
    redirect_uri: 'https://abcdef.chromiumapp.org/',
    response_type: 'code',
    scope: 'openid profile write-discussions',
    state: 'xyz',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const agreed = await fetch(authorize, { redirect: 'manual', headers: { cookie: 'token=session-mira' } });
  const back = new URL(agreed.headers.get('location')!);
  expect([back.origin, back.searchParams.get('state')]).toEqual(['https://abcdef.chromiumapp.org', 'xyz']);
  const exchange = (code_verifier: string) =>
    fetch(`${hub.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: back.searchParams.get('code')!,
        client_id: 'local',
        code_verifier,
      }),
    });
  expect((await exchange('another verifier')).status).toBe(400);
  const { access_token } = (await (await exchange(verifier)).json()) as { access_token: string };
  expect((await exchange(verifier)).status).toBe(400);
  const headers = { authorization: `Bearer ${access_token}` };
  expect(await (await fetch(`${hub.url}/oauth/userinfo`, { headers })).json()).toMatchObject({
    preferred_username: 'mira',
  });
  const lines = [
    { key: 'header', value: { summary: 'Add a result' } },
    { key: 'file', value: { path: '.eval_results/x.yaml', content: '[]\n' } },
  ];
  const made = await fetch(`${hub.url}/api/models/openai-community/gpt2/commit/main?create_pr=1`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-ndjson' },
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
  });
  expect(await made.json()).toMatchObject({
    success: true,
    pullRequestUrl: `${hub.url}/openai-community/gpt2/discussions/153`,
  });
  expect(
    (
      await fetch(`${hub.url}/api/models/openai-community/gpt2/commit/main?create_pr=1`, {
        method: 'POST',
        headers: { cookie: 'token=session-mira' },
      })
    ).status,
  ).toBe(403);
  await hub.close();
});
